using Common.Tool.Incubator.Rewriting;
using Common.Tool.Shell;

namespace Common.Tool.Tests.Incubator;

public sealed class SourceRewriterTests
{
    public static TheoryData<string, string> Rewritten =>
        new()
        {
            { "namespace Common.Incubator.Web;", "namespace Acme.Orders.Incubator.Web;" },
            { "namespace Common.Incubator.Web { }", "namespace Acme.Orders.Incubator.Web { }" },
            { "using Common.Incubator.Web;", "using Acme.Orders.Incubator.Web;" },
            {
                "using static Common.Incubator.Web.Limits;",
                "using static Acme.Orders.Incubator.Web.Limits;"
            },
            {
                "global using Web = Common.Incubator.Web;",
                "global using Web = Acme.Orders.Incubator.Web;"
            },
            {
                "class C { global::Common.Incubator.Web.A<Common.Incubator.Auth.B>? F; }",
                "class C { global::Acme.Orders.Incubator.Web.A<Acme.Orders.Incubator.Auth.B>? F; }"
            },
            {
                "class C { object F = typeof(Common.Incubator.Web.A<>); }",
                "class C { object F = typeof(Acme.Orders.Incubator.Web.A<>); }"
            },
            {
                "class C { string F = nameof(Common . Incubator . Web); }",
                "class C { string F = nameof(Acme.Orders.Incubator . Web); }"
            },
            {
                "class C { string F = $\"{Common.Incubator.Web.A.B} Common.Incubator\"; }",
                "class C { string F = $\"{Acme.Orders.Incubator.Web.A.B} Common.Incubator\"; }"
            },
            {
                "/// <summary><see cref=\"Common.Incubator.Web.A{T}\"/> Common.Incubator.Web</summary>\nclass C;",
                "/// <summary><see cref=\"Acme.Orders.Incubator.Web.A{T}\"/> Common.Incubator.Web</summary>\nclass C;"
            },
            {
                "[Common.Incubator.Web.Mark]\nclass C;",
                "[Acme.Orders.Incubator.Web.Mark]\nclass C;"
            },
            {
                "#if NEVER\nusing Common.Incubator.Web; // Common.Incubator.Web\n#if DEEP\nusing Common.Incubator.Auth;\n#endif\n#endif\nclass C;",
                "#if NEVER\nusing Acme.Orders.Incubator.Web; // Common.Incubator.Web\n#if DEEP\nusing Acme.Orders.Incubator.Auth;\n#endif\n#endif\nclass C;"
            },
            {
                "#if NEVER\nclass D { string S = \"Common.Incubator.Web\"; }\n#else\nclass D { }\n#endif",
                "#if NEVER\nclass D { string S = \"Common.Incubator.Web\"; }\n#else\nclass D { }\n#endif"
            },
        };

    public static TheoryData<string> Kept =>
        [
            "class C { string F = \"Common.Incubator.Web\"; }",
            "class C { string F = \"\"\"Common.Incubator.Web\"\"\"; }",
            "class C { string F = @\"Common.Incubator.Web\"; }",
            "// Common.Incubator.Web\nclass C;",
            "/* using Common.Incubator.Web; */\nclass C;",
            "using Common.Context;\nusing Common.IncubatorTools;\nclass C;",
            "using Acme.Common.Incubator.Web;\nclass C;",
            "class C { object F(Common x) => x?.Common.Incubator!; }",
        ];

    [Theory]
    [MemberData(nameof(Rewritten))]
    public void Rewrite_moves_names_to_the_service(string before, string after) =>
        Assert.Equal($"#nullable enable\n{after}\n", Rewrite(before));

    [Theory]
    [MemberData(nameof(Kept))]
    public void Rewrite_leaves_everything_else(string text) =>
        Assert.Equal($"#nullable enable\n{text}\n", Rewrite(text));

    [Theory]
    [MemberData(nameof(Rewritten))]
    public void Rewrite_changes_nothing_the_second_time(string before, string after)
    {
        Assert.NotEmpty(after);
        var once = Rewrite(before);

        Assert.Equal(once, Rewrite(once));
    }

    [Fact]
    public void Rewrite_changes_nothing_the_second_time_where_the_new_name_holds_the_old_one()
    {
        var rewriter = new SourceRewriter("Common.Incubator", "Acme.Common.Incubator", false);
        var once = rewriter.Rewrite("using Common.Incubator.Web;\n", "x");

        Assert.Equal("#nullable enable\nusing Acme.Common.Incubator.Web;\n", once);
        Assert.Equal(once, rewriter.Rewrite(once, "x"));
    }

    [Fact]
    public void Rewrite_makes_outer_types_internal_on_request()
    {
        var rewriter = new SourceRewriter("Common.Incubator", "Acme.Incubator", true);

        var text = rewriter.Rewrite(
            """
            namespace Common.Incubator.Web;

            public sealed class A
            {
                public int B { get; }

                public enum Inner { }
            }

            public delegate void D();
            #if FAST
            public record struct Quick;
            #else
            public record struct Slow;
            #endif

            """,
            "x"
        );

        Assert.Equal(
            """
            #nullable enable
            namespace Acme.Incubator.Web;

            internal sealed class A
            {
                public int B { get; }

                public enum Inner { }
            }

            internal delegate void D();
            #if FAST
            internal record struct Quick;
            #else
            internal record struct Slow;
            #endif

            """,
            text
        );
    }

    [Fact]
    public void Rewrite_refuses_what_is_not_code()
    {
        var exception = Assert.Throws<ToolException>(() => Rewrite("class C {\n  void () { }\n}"));

        Assert.Equal(ExitCode.Usage, exception.Code);
        Assert.StartsWith(
            "web/src/C.cs is not C#: line 2: ", // what follows is the compiler's own text
            exception.Message,
            StringComparison.Ordinal
        );
    }

    private static string Rewrite(string text) =>
        new SourceRewriter("Common.Incubator", "Acme.Orders.Incubator", false).Rewrite(
            text,
            "web/src/C.cs"
        );
}
