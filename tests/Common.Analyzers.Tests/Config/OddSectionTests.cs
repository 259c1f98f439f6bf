using Common.Analyzers.Config;

namespace Common.Analyzers.Tests.Config;

/// <summary>Declarations of options that are legal, but that few would write.</summary>
public sealed class OddSectionTests
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using Common.Abstractions;
        using Common.Config;
        using NodaTime;

        namespace Orders;


        """;

    private static readonly RoslynTest Test = RoslynTest
        .Generator<ConfigSectionGenerator>()
        .WithAnalyzer<ConfigSectionAnalyzer>();

    [Theory]
    [InlineData("double", "double.PositiveInfinity", "double.PositiveInfinity")]
    [InlineData(
        "Guid",
        "new('550e8400e29b41d4a716446655440000')",
        "new('550e8400e29b41d4a716446655440000')"
    )]
    [InlineData(
        "TimeSpan",
        "TimeSpan.FromDays(double.MaxValue)",
        "TimeSpan.FromDays(double.MaxValue)"
    )]
    [InlineData("List<double>", "[double.NaN]", "[double.NaN]")]
    [InlineData("string", "null!", null)]
    [InlineData("string", "default!", null)]
    public async Task A_default_that_no_file_may_hold_is_shown_as_it_is_written(
        string type,
        string code,
        string? source
    )
    {
        var outcome = await Test.WithSource(
                Head
                    + $"[ConfigSection(\"Orders\")] public sealed partial class A {{ public {type} B {{ get; init; }} = {code.Replace('\'', '"')}; }}"
            )
            .GenerateAsync();

        var text = outcome
            .Text(".ConfigSection.g.cs")
            .Replace("\\\\\\\"", "'", StringComparison.Ordinal)
            .Replace("\\\"", "'", StringComparison.Ordinal);
        Assert.DoesNotContain("'default':", text, StringComparison.Ordinal);
        if (source is null)
        {
            Assert.DoesNotContain("'defaultSource':", text, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains($"'defaultSource':'{source}'", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Odd_but_legal_declarations_compile()
    {
        var outcome = await Test.WithSource(
                Head
                    + """
                    public class Root<T>
                    {
                        public T? Value { get; init; }
                        /// <summary>How many.</summary>
                        [Range(1, 10), DeprecatedKey("Old:Size", "1.0")]
                        public virtual int Size { get; init; } = 1;
                    }

                    [ConfigSection("Orders")]
                    public sealed partial class A : Root<int>
                    {
                        public bool Check { get; init; }
                        [Range(2, 5)] public override int Size { get; init; } = 4;
                        public IReadOnlyDictionary<string, IReadOnlyList<string>> ByName { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
                        public IDictionary<Guid, IReadOnlyDictionary<string, Duration>>? ById { get; init; }
                        public IList<IList<int>> Rows { get; init; } = [];
                        public ISet<IReadOnlyList<int>> Sets { get; init; } = new HashSet<IReadOnlyList<int>>();
                        public IReadOnlyList<IReadOnlyList<string>> Names { get; init; } = [];
                        public Inner? Tls { get; init; }
                    }

                    [ConfigSection]
                    public sealed partial class Inner
                    {
                        public int Port { get; init; } = 443;
                    }
                    """
            )
            .GenerateAsync();

        Assert.Empty(outcome.Diagnostics);
        var text = outcome
            .Text(
                outcome.Names.Single(name => name.StartsWith("Orders.A.", StringComparison.Ordinal))
            )
            .Replace("\\\"", "'", StringComparison.Ordinal);
        Assert.Contains(
            "{'name':'Size','type':'int','help':'How many.','default':'4','minimum':'2','maximum':'5','deprecatedKeys':[{'path':'Old:Size','since':'1.0'}]}",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'name':'Tls','type':'section','class':'Orders.Inner'",
            text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/// <summary>One.</summary>\n/// <value>Two.</value>", "One. Two.")]
    [InlineData("/** <summary>One\n * two.</summary> */", "One two.")]
    [InlineData("/**\n<summary>One *two*.</summary>\n*/", "One *two*.")]
    [InlineData(
        "/// <summary><para>One.</para><para>Two<br/>three.</para></summary>",
        "One. Two three."
    )]
    [InlineData(
        "#if NEVER\n/// <summary>Never.</summary>\n#endif\n/// <summary>Ever.</summary>",
        "Ever."
    )]
    [InlineData("/// <summary>Ever.</summary>\n// <summary>Never.</summary>", "Ever.")]
    [InlineData("/**//***/", "")]
    [InlineData("/* <summary>Never.</summary> */\n[Advanced]", "")]
    public async Task The_help_is_the_doc_comment_whatever_its_form(string comment, string help)
    {
        var outcome = await Test.WithSource(
                Head
                    + "[ConfigSection(\"Orders\")] public sealed partial class A {\n"
                    + comment
                    + "\npublic int B { get; init; } }"
            )
            .GenerateAsync();

        Assert.Contains(
            $"\\\"type\\\":\\\"int\\\",\\\"help\\\":\\\"{help}\\\"",
            outcome.Text(".ConfigSection.g.cs"),
            StringComparison.Ordinal
        );
    }
}
