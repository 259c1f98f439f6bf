using Common.Analyzers.CodeFixes.Errors;
using Common.Analyzers.Errors;

namespace Common.Analyzers.Tests.Errors;

/// <summary>CMN6005 and its fix, which declares the error and raises the declared one.</summary>
public sealed class UndeclaredErrorCodeTests
{
    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<UndeclaredErrorCodeAnalyzer>()
        .WithGenerator<ErrorGenerator>()
        .WithFix<UndeclaredErrorCodeCodeFix>()
        .WithExceptions();

    // Two classes of errors; the one with codes of the same beginning is meant.
    private const string Declared = """
        using Common.Abstractions;
        using Common.Exceptions;

        namespace Orders;

        internal static partial class ArticleErrors
        {
            [Error("article.gone", ErrorKind.NotFound, "It is gone.")]
            public static partial ServiceException ArticleGone();
        }

        internal static partial class OrderErrors
        {
            [Error("order.gone", ErrorKind.NotFound, "It is gone.")]
            public static partial ServiceException OrderGone();
        }

        """;

    private static string Raise(string statements, string parameters = "long orderId") =>
        $$"""
            using System;
            using Common.Abstractions;
            using Common.Exceptions;

            namespace Orders;

            public class Order
            {
                public string Sku => "lamp";
            }

            public class Worker
            {
                private readonly int _limit = 3;

                private enum Shade { Dark }

                public void M({{parameters}})
                {
                    {{statements}}
                }
            }

            """.ReplaceLineEndings("\n");

    [Fact]
    public Task Code_that_nobody_declared_is_reported() =>
        Test.WithSource(
                Raise(
                    """
                    const string Code = "order.other";
                    _ = new ServiceException(ErrorKind.NotFound, [|"order.undeclared"|], "None.");
                    _ = new ServiceException(code: [|Code|], kind: ErrorKind.NotFound, publicMessage: "None.");
                    ServiceException e = new(ErrorKind.NotFound, [|"order.last"|], "None.");
                    """
                )
            )
            .ReportsAsync(
                "Error code 'order.undeclared' is not declared; declare it with [Error] on a partial method and raise that",
                "Error code 'order.other' is not declared; declare it with [Error] on a partial method and raise that",
                "Error code 'order.last' is not declared; declare it with [Error] on a partial method and raise that"
            );

    [Theory]
    [InlineData("_ = new ServiceException(ErrorKind.NotFound, \"order.gone\", \"None.\");")] // declared
    [InlineData("_ = new ServiceException(ErrorKind.NotFound, text, \"None.\");")] // not known before it runs
    [InlineData("_ = new FieldError(\"/sku\", \"field.required\", \"None.\");")] // no error of its own
    [InlineData("_ = OrderErrors.OrderGone();")]
    public Task Code_that_is_declared_or_not_known_is_left_alone(string statement) =>
        Test.WithSource(Declared, "/project/Errors.cs")
            .WithSource(Raise(statement, "string text"))
            .ReportsAsync();

    public static TheoryData<string, string, string> Fixes =>
        new()
        {
            {
                """throw new ServiceException(ErrorKind.NotFound, [|"order.not_found"|], "There is no {order}.");""",
                "throw OrderErrors.OrderNotFound();",
                """
                    [Error("order.not_found", ErrorKind.NotFound, "There is no {{order}}.")]
                    public static partial ServiceException OrderNotFound();
                    """
            },
            {
                """throw new ServiceException(ErrorKind.NotFound, [|"order.not_found"|], $"There is no order {orderId}, {{really}}.");""",
                "throw OrderErrors.OrderNotFound(orderId);",
                """
                    [Error("order.not_found", ErrorKind.NotFound, "There is no order {orderId}, {{really}}.")]
                    public static partial ServiceException OrderNotFound(long orderId);
                    """
            },
            {
                """throw new ServiceException(ErrorKind.ResourceExhausted, [|"order.limit"|], $"Only {_limit} of {order.Sku}.", detail: "row " + orderId, innerException: cause);""",
                "throw OrderErrors.OrderLimit(_limit, order.Sku, \"row \" + orderId, cause);",
                """
                    [Error("order.limit", ErrorKind.ResourceExhausted, "Only {limit} of {sku}.")]
                    public static partial ServiceException OrderLimit(int limit, string sku, [Internal] string? detail = null, System.Exception? cause = null);
                    """
            },
            {
                """throw new ServiceException(ErrorKind.Internal, [|"order.broken"|], "It is broken.", null, cause);""",
                "throw OrderErrors.OrderBroken(cause);",
                """
                    [Error("order.broken", ErrorKind.Internal, "It is broken.")]
                    public static partial ServiceException OrderBroken(System.Exception? cause = null);
                    """
            },
        };

    private const string Parameters = "long orderId, Order order, Exception cause";

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task Fix_declares_the_error_beside_its_kin_and_raises_it(
        string before,
        string after,
        string declaration
    ) =>
        Test.WithSource(Declared, "/project/Errors.cs")
            .WithSource(Raise(before, Parameters))
            .FixesAsync(
                (RoslynTest.MainFile, Raise(after, Parameters)),
                ("/project/Errors.cs", WithDeclarations(declaration))
            );

    [Fact]
    public Task Fix_raises_the_declared_error_wherever_the_same_was_made_by_hand() =>
        Test.WithSource(Declared, "/project/Errors.cs")
            .WithSource(
                Raise(
                    """
                    if (orderId == 0) throw new ServiceException(ErrorKind.NotFound, [|"order.not_found"|], $"There is no order {orderId}.");
                            if (orderId == 1) throw new ServiceException(ErrorKind.NotFound, [|"order.not_found"|], $"There is no order {orderId}.");
                            if (orderId == 2) throw new ServiceException(ErrorKind.Aborted, [|"order.changed"|], "It was changed.");
                            throw new ServiceException(ErrorKind.NotFound, [|"order.not_found"|], "Another text.");
                    """
                )
            )
            .FixesAsync(
                (
                    RoslynTest.MainFile,
                    Raise(
                        """
                        if (orderId == 0) throw OrderErrors.OrderNotFound(orderId);
                                if (orderId == 1) throw OrderErrors.OrderNotFound(orderId);
                                if (orderId == 2) throw OrderErrors.OrderChanged();
                                throw new ServiceException(ErrorKind.NotFound, "order.not_found", "Another text.");
                        """
                    )
                ),
                (
                    "/project/Errors.cs",
                    WithDeclarations(
                        """
                        [Error("order.not_found", ErrorKind.NotFound, "There is no order {orderId}.")]
                        public static partial ServiceException OrderNotFound(long orderId);
                        """,
                        """
                        [Error("order.changed", ErrorKind.Aborted, "It was changed.")]
                        public static partial ServiceException OrderChanged();
                        """
                    )
                )
            );

    [Fact]
    public Task Fix_writes_a_class_where_there_is_none() =>
        Test.WithSource(
                Raise(
                    """
                    if (orderId == 0) throw new ServiceException(ErrorKind.NotFound, [|"order.not_found"|], $"There is no order {orderId}.");
                            throw new ServiceException(ErrorKind.Aborted, [|"order.changed"|], "It was changed.");
                    """
                )
            )
            .FixesAsync(
                (
                    RoslynTest.MainFile,
                    Raise(
                        """
                        if (orderId == 0) throw OrderErrors.OrderNotFound(orderId);
                                throw OrderErrors.OrderChanged();
                        """
                    )
                ),
                (
                    "/project/OrderErrors.cs",
                    """
                    using Common.Abstractions;
                    using Common.Exceptions;

                    namespace Orders;

                    internal static partial class OrderErrors
                    {
                        [Error("order.not_found", ErrorKind.NotFound, "There is no order {orderId}.")]
                        public static partial ServiceException OrderNotFound(long orderId);

                        [Error("order.changed", ErrorKind.Aborted, "It was changed.")]
                        public static partial ServiceException OrderChanged();
                    }

                    """.ReplaceLineEndings("\n")
                )
            );

    [Theory]
    [InlineData("new ServiceException(ErrorKind.NotFound, [|\"Not A Code\"|], \"None.\")")]
    [InlineData("new ServiceException(kind, [|\"order.x\"|], \"None.\")")] // not known before it runs
    [InlineData("new ServiceException(ErrorKind.NotFound, [|\"order.x\"|], text)")]
    [InlineData("new ServiceException(ErrorKind.NotFound, [|\"order.x\"|], \"No \" + text)")]
    [InlineData("new ServiceException(ErrorKind.NotFound, [|\"order.x\"|], $\"No {text,5}.\")")]
    [InlineData(
        "new ServiceException(ErrorKind.NotFound, [|\"order.x\"|], $\"No {text.Trim()}.\")"
    )] // has no name
    [InlineData("new ServiceException(ErrorKind.NotFound, [|\"order.x\"|], $\"No {password}.\")")] // a secret
    [InlineData("new ServiceException(ErrorKind.NotFound, [|\"order.x\"|], $\"No {cause}.\")")] // for the log only
    [InlineData("new ServiceException(ErrorKind.NotFound, [|\"order.x\"|], \" \")")]
    [InlineData("new ServiceException(ErrorKind.NotFound, [|\"order.x\"|], \"x\\u202ey\")")]
    [InlineData("new ServiceException(ErrorKind.NotFound, [|\"order.x\"|], $\"No {Shade.Dark}.\")")] // of a type that nobody else sees
    [InlineData(
        "new ServiceException(ErrorKind.NotFound, [|\"order.x\"|], \"None.\") { Errors = [] }"
    )]
    [InlineData("new ServiceException(ErrorKind.NotFound, [|\"order.gone_\"|], \"None.\")")] // OrderGone is taken
    public Task Fix_is_offered_only_where_a_machine_can_declare_it(string creation) =>
        Test.WithSource(Declared, "/project/Errors.cs")
            .WithSource(
                Raise(
                    $"throw {creation};",
                    "ErrorKind kind, string text, string password, Exception cause"
                )
            )
            .OffersNoFixAsync();

    [Fact]
    public async Task Fix_says_where_it_declares() =>
        Assert.Equal(
            ["Declare it in 'ArticleErrors'"],
            await Test.WithSource(Declared, "/project/Errors.cs")
                .WithSource(
                    Raise(
                        """throw new ServiceException(ErrorKind.NotFound, [|"article.lost"|], "It is lost.");"""
                    )
                )
                .FixTitlesAsync()
        );

    private static string WithDeclarations(params IEnumerable<string> declarations) =>
        Declared[..^2]
        + string.Concat(declarations.Select(d => "\n    " + d.ReplaceLineEndings("\n    ") + "\n"))
        + "}\n";
}
