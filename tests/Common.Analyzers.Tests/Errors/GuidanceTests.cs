using Common.Analyzers.CodeFixes.Errors;
using Common.Analyzers.Errors;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Tests.Errors;

public sealed class GuidanceTests
{
    private const string Common = """

        namespace Common.Exceptions
        {
            public static class CommonErrors
            {
                public static ServiceException InternalError(System.Exception? cause = null, string? detail = null) => null!;
            }

            public sealed class ErrorMap
            {
                public static ErrorMap Default => null!;
                public ServiceException Map(System.Exception exception) => null!;
            }
        }

        namespace Microsoft.AspNetCore.Http
        {
            public static class Results
            {
                public static object Problem(string? detail = null) => new();
            }
        }
        """;

    private static string Method(
        string body,
        string signature = "void M(ILogger logger, Exception other)"
    ) =>
        ErrorSources
            .Class("")
            .Replace(
                "internal static partial class OrderErrors",
                $$"""
                public class Worker
                {
                    {{signature}}
                    {
                        {{body}}
                    }

                    void Save() { }
                }

                internal static partial class OrderErrors
                """,
                StringComparison.Ordinal
            );

    private static RoslynTest Test(RoslynTest test, string body) =>
        test.WithSource(ErrorSources.Exceptions + Common, "/project/Exceptions.cs")
            .WithSource(Method(body));

    [Theory]
    [InlineData("throw [|new Exception()|];", "throw CommonErrors.InternalError();", "Exception")]
    [InlineData(
        "throw [|new Exception(\"a\" + 1)|];",
        "throw CommonErrors.InternalError(detail: \"a\" + 1);",
        "Exception"
    )]
    [InlineData(
        "throw [|new ApplicationException(\"a\", other)|];",
        "throw CommonErrors.InternalError(other, \"a\");",
        "ApplicationException"
    )]
    [InlineData(
        "var x = other ?? throw [|new SystemException()|];",
        "var x = other ?? throw CommonErrors.InternalError();",
        "SystemException"
    )]
    public async Task Bare_exception_is_reported_and_replaced(
        string before,
        string after,
        string type
    )
    {
        var test = Test(
            RoslynTest.Analyzer<BareExceptionAnalyzer>().WithFix<BareExceptionCodeFix>(),
            before
        );

        await test.ReportsAsync($"'{type}' says nothing by its type; throw a declared error");
        await test.FixesAsync(Method(after));
    }

    [Theory]
    [InlineData("throw new InvalidOperationException();")]
    [InlineData("throw other;")]
    [InlineData("var x = new Exception();")]
    public Task Exception_that_says_something_or_is_not_thrown_is_left_alone(string body) =>
        Test(RoslynTest.Analyzer<BareExceptionAnalyzer>(), body).ReportsAsync();

    [Theory]
    [InlineData("try { Save(); } [|catch|] { }")]
    [InlineData("try { Save(); } [|catch|] (Exception) { }")]
    [InlineData("try { Save(); } [|catch|] (Exception e) { Save(); }")]
    [InlineData("try { Save(); } catch (InvalidOperationException) { } [|catch|] { return; }")]
    public Task Handler_that_swallows_everything_is_reported(string body) =>
        Test(RoslynTest.Analyzer<SwallowedExceptionAnalyzer>(), body)
            .ReportsAsync(
                "This handler swallows every exception; name those that it expects, log what it caught, or rethrow"
            );

    [Theory]
    [InlineData("try { Save(); } catch (InvalidOperationException) { }")]
    [InlineData("try { Save(); } catch (Exception) when (logger is null) { }")]
    [InlineData("try { Save(); } catch { Save(); throw; }")]
    [InlineData("try { Save(); } catch { throw new InvalidOperationException(); }")]
    [InlineData("try { Save(); } catch (Exception e) { logger.LogError(e, \"x\"); }")]
    [InlineData("try { Save(); } catch { logger.LogError(\"x\"); }")]
    [InlineData("try { Save(); } catch (Exception e) { other = e; }")]
    [InlineData("try { Save(); } catch { Environment.FailFast(\"x\"); }")]
    public Task Handler_that_tells_or_chooses_is_left_alone(string body) =>
        Test(RoslynTest.Analyzer<SwallowedExceptionAnalyzer>(), body).ReportsAsync();

    [Fact]
    public async Task Swallowing_handler_rethrows_after_the_fix()
    {
        var test = RoslynTest
            .Analyzer<SwallowedExceptionAnalyzer>()
            .WithFix<SwallowedExceptionCodeFix>();
        const string Before =
            "try { Save(); }\n        [|catch|]\n        {\n            Save();\n        }";
        const string After =
            "try { Save(); }\n        catch\n        {\n            Save();\n            throw;\n        }";
        await Test(test, Before).FixesAsync(Method(After));
        await Test(test, "try { Save(); } [|catch|] { return; }").OffersNoFixAsync();
    }

    [Fact]
    public async Task Throwing_what_was_caught_is_reported_and_fixed()
    {
        var test = Test(
            RoslynTest.Analyzer<ThrowCaughtAnalyzer>().WithFix<ThrowCaughtCodeFix>(),
            "try { Save(); } catch (Exception e) { Save(); [|throw e;|] }"
        );

        await test.ReportsAsync("'throw e;' cuts off the stack of what was caught; write 'throw;'");
        await test.FixesAsync(Method("try { Save(); } catch (Exception e) { Save(); throw; }"));
    }

    [Theory]
    [InlineData(
        "try { Save(); } catch (Exception e) { e = new InvalidOperationException(); throw e; }"
    )]
    [InlineData(
        "try { Save(); } catch (Exception e) { throw new InvalidOperationException(\"x\", e); }"
    )]
    [InlineData("try { Save(); } catch (Exception e) { Action a = () => { throw e; }; a(); }")]
    [InlineData("try { Save(); } catch (Exception e) { try { Save(); } catch { throw e; } }")]
    [InlineData("try { Save(); } catch (Exception) { throw other; }")]
    [InlineData("try { Save(); } catch { throw; }")]
    public Task Throwing_something_else_is_left_alone(string body) =>
        Test(RoslynTest.Analyzer<ThrowCaughtAnalyzer>(), body).ReportsAsync();

    public static TheoryData<string, string, string> Leaks =>
        new()
        {
            {
                "_ = new ServiceException(ErrorKind.Internal, \"a.b\", [|other.Message|]);",
                "_ = new ServiceException(ErrorKind.Internal, \"a.b\", ErrorMap.Default.Map(other).PublicMessage);",
                "Exception.Message"
            },
            {
                "_ = new ServiceException(ErrorKind.Internal, \"a.b\", $\"It failed: {[|other.ToString()|]}\");",
                "_ = new ServiceException(ErrorKind.Internal, \"a.b\", $\"It failed: {ErrorMap.Default.Map(other).PublicMessage}\");",
                "Exception.ToString()"
            },
            {
                "_ = new FieldError(\"/a\", \"b\", \"It failed: \" + [|other.Message|]);",
                "_ = new FieldError(\"/a\", \"b\", \"It failed: \" + ErrorMap.Default.Map(other).PublicMessage);",
                "Exception.Message"
            },
            {
                "_ = Microsoft.AspNetCore.Http.Results.Problem(detail: [|other.StackTrace|]);",
                "_ = Microsoft.AspNetCore.Http.Results.Problem(detail: ErrorMap.Default.Map(other).PublicMessage);",
                "Exception.StackTrace"
            },
            {
                "if (other is ServiceException s) { _ = Microsoft.AspNetCore.Http.Results.Problem([|s.Message|]); }",
                "if (other is ServiceException s) { _ = Microsoft.AspNetCore.Http.Results.Problem(s.PublicMessage); }",
                "ServiceException.Message"
            },
        };

    [Theory]
    [MemberData(nameof(Leaks))]
    public async Task Text_of_an_exception_that_goes_to_the_caller_is_reported_and_replaced(
        string before,
        string after,
        string what
    )
    {
        var test = Test(
            RoslynTest.Analyzer<MessageToCallerAnalyzer>().WithFix<MessageToCallerCodeFix>(),
            before
        );

        await test.ReportsAsync(
            $"'{what}' goes to the caller; tell the public message, and leave the rest to the log"
        );
        await test.FixesAsync(Method(after));
    }

    [Theory]
    [InlineData("logger.LogError(\"{text}\", other.Message);")]
    [InlineData("Console.WriteLine(other.ToString());")]
    [InlineData("var text = other.Message;")]
    [InlineData(
        "_ = Microsoft.AspNetCore.Http.Results.Problem(Translate(other.Message)); string Translate(string s) => s;"
    )]
    [InlineData(
        "_ = new ServiceException(ErrorKind.Internal, \"a.b\", \"Text.\" + other.HResult);"
    )]
    public Task Text_of_an_exception_that_stays_inside_is_left_alone(string body) =>
        Test(RoslynTest.Analyzer<MessageToCallerAnalyzer>(), body).ReportsAsync();

    [Fact]
    public async Task Exception_that_is_logged_and_rethrown_is_reported_and_fixed()
    {
        var test = Test(
            RoslynTest.Analyzer<LoggedAndRethrownAnalyzer>().WithFix<LoggedAndRethrownCodeFix>(),
            """
            try { Save(); }
            catch (Exception e)
            {
                [|logger.LogError(e, "x")|];
                throw;
            }
            """
        );

        await test.ReportsAsync(
            "This exception is logged here and rethrown; whoever ends the unit of work logs it again"
        );
        await test.FixesAsync(
            Method(
                """
                try { Save(); }
                catch (Exception e)
                {
                    throw;
                }
                """
            )
        );
    }

    [Theory]
    [InlineData("try { Save(); } catch (Exception e) { logger.LogError(e, \"x\"); }")]
    [InlineData(
        "try { Save(); } catch (Exception e) { if (e.HResult == 0) { logger.LogError(e, \"x\"); return; } throw; }"
    )]
    [InlineData("try { Save(); } catch (Exception e) { logger.LogDebug(\"x\"); throw; }")]
    [InlineData(
        "try { Save(); } catch (Exception e) { logger.LogError(e, \"x\"); throw new InvalidOperationException(); }"
    )]
    public Task Exception_that_is_logged_or_rethrown_is_left_alone(string body) =>
        Test(RoslynTest.Analyzer<LoggedAndRethrownAnalyzer>(), body).ReportsAsync();

    public static TheoryData<string, string, string> Several =>
        new()
        {
            {
                "CMN6001",
                "if (other is null) { throw [|new Exception()|]; } throw [|new Exception(\"b\")|];",
                "if (other is null) { throw CommonErrors.InternalError(); } throw CommonErrors.InternalError(detail: \"b\");"
            },
            {
                "CMN6002",
                "try { Save(); }\n        [|catch|]\n        {\n            Save();\n        }\n        try { Save(); }\n        [|catch|]\n        {\n            Save();\n        }",
                "try { Save(); }\n        catch\n        {\n            Save();\n            throw;\n        }\n        try { Save(); }\n        catch\n        {\n            Save();\n            throw;\n        }"
            },
            {
                "CMN6003",
                "try { Save(); } catch (Exception e) { [|throw e;|] } try { Save(); } catch (Exception f) { [|throw f;|] }",
                "try { Save(); } catch (Exception e) { throw; } try { Save(); } catch (Exception f) { throw; }"
            },
            {
                "CMN6004",
                "_ = new FieldError(\"/a\", \"b\", [|other.Message|]); _ = new FieldError(\"/a\", \"b\", [|other.ToString()|]);",
                "_ = new FieldError(\"/a\", \"b\", ErrorMap.Default.Map(other).PublicMessage); _ = new FieldError(\"/a\", \"b\", ErrorMap.Default.Map(other).PublicMessage);"
            },
            {
                "CMN6006",
                "try { Save(); }\n        catch (System.IO.IOException e)\n        {\n            [|logger.LogError(e, \"x\")|];\n            throw;\n        }\n        catch (Exception e)\n        {\n            [|logger.LogError(e, \"x\")|];\n            throw;\n        }",
                "try { Save(); }\n        catch (System.IO.IOException e)\n        {\n            throw;\n        }\n        catch (Exception e)\n        {\n            throw;\n        }"
            },
        };

    [Theory]
    [MemberData(nameof(Several))]
    public Task All_of_a_file_are_fixed_at_once(string rule, string before, string after)
    {
        var test = rule switch
        {
            "CMN6001" => RoslynTest
                .Analyzer<BareExceptionAnalyzer>()
                .WithFix<BareExceptionCodeFix>(),
            "CMN6002" => RoslynTest
                .Analyzer<SwallowedExceptionAnalyzer>()
                .WithFix<SwallowedExceptionCodeFix>(),
            "CMN6003" => RoslynTest.Analyzer<ThrowCaughtAnalyzer>().WithFix<ThrowCaughtCodeFix>(),
            "CMN6004" => RoslynTest
                .Analyzer<MessageToCallerAnalyzer>()
                .WithFix<MessageToCallerCodeFix>(),
            _ => RoslynTest
                .Analyzer<LoggedAndRethrownAnalyzer>()
                .WithFix<LoggedAndRethrownCodeFix>(),
        };
        return Test(test, before).FixesAsync(Method(after));
    }

    [Fact]
    public void Guidance_is_a_suggestion_until_it_is_enforced() =>
        Assert.All(
            new Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer[]
            {
                new BareExceptionAnalyzer(),
                new SwallowedExceptionAnalyzer(),
                new ThrowCaughtAnalyzer(),
                new MessageToCallerAnalyzer(),
                new UndeclaredErrorCodeAnalyzer(),
                new LoggedAndRethrownAnalyzer(),
            }.SelectMany(analyzer => analyzer.SupportedDiagnostics),
            rule => Assert.Equal(DiagnosticSeverity.Info, rule.DefaultSeverity)
        );
}
