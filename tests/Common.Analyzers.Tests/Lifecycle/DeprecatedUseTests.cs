using Common.Analyzers.CodeFixes.Lifecycle;
using Common.Analyzers.Lifecycle.Consumer;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of CMN1001 to CMN1003.</summary>
public sealed class DeprecatedUseTests
{
    private const string Source = """
        using System;
        using System.Threading.Tasks;
        using Common.Abstractions;

        namespace Lib.Text
        {
            public static class Rfc
            {
                public static string Format(long instant) => "";
                public static string Format(long instant, string zone, bool upper) => "";
                public static string Join(params string[] parts) => "";
            }

            public class Writer<T>
            {
                public static int Count;
                public int Size { get; set; }
            }
        }

        namespace Lib
        {
            public static class Old
            {
                [Deprecated("1.2", "Text.Rfc.Format(instant)")]
                public static string ToText(long instant) => "";

                [Deprecated("1.2", "Text.Rfc.Format(instant, zone, upper: true)")]
                public static string ToText(string zone, long instant) => "";

                [Deprecated("1.2", "Text.Rfc.Format(instant, zone, upper)")]
                public static string Write(long instant, string zone = "UTC", bool upper = false) => "";

                [Deprecated("1.2", "Text.Rfc.Join(parts)")]
                public static string Concat(params string[] parts) => "";

                [Deprecated("1.2", "Text.Rfc.Format(instant + instant)")]
                public static string Double(long instant) => "";

                [Deprecated("1.2", "New(text)")]
                public static string Renamed(this string text) => "";
                public static string New(this string text) => "";

                [Deprecated("1.2", Reason = "nobody needs it")]
                public static void Pointless() { }

                [Deprecated("1.2", "Limits.Most")]
                public const int Max = 5;
            }

            public static class Limits
            {
                public const int Most = 5;
            }

            public class Box
            {
                [Deprecated("1.2", "Box.Create(size)")]
                public Box(int size) { }
                public Box() { }
                public static Box Create(int size) => new();

                [Deprecated("1.2", "Size")]
                public int Length { get; set; }
                public int Size { get; set; }

                [Deprecated("1.2", "this.Size")]
                public int GetSize() => Size;

                [Deprecated("1.2", "await this.ReadAsync(count)")]
                public int Read(int count) => 0;
                public Task<int> ReadAsync(int count) => Task.FromResult(0);

                [Deprecated("1.2", "Changed")]
                public event Action? Altered { add { } remove { } }
                public event Action? Changed { add { } remove { } }
            }

            [Deprecated("1.2", "Text.Writer<T>")]
            public class OldWriter<T>
            {
                public static int Count;
            }

            [Deprecated("1.2", "NewMarkAttribute")]
            public sealed class OldMarkAttribute : Attribute;
            public sealed class NewMarkAttribute : Attribute;
        }
        """;

    private static readonly MetadataReference Lib = Library.Compile(Source);

    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<DeprecatedUseAnalyzer>()
        .WithFix<DeprecatedUseCodeFix>()
        .WithReference(Lib);

    /// <summary>The body of a method before and after the fix.</summary>
    public static TheoryData<string, string> Fixes =>
        new()
        {
            { "_ = Old.ToText(1);", "_ = Lib.Text.Rfc.Format(1);" },
            { "_ = Lib.Old.ToText(1 + 2).Length;", "_ = Lib.Text.Rfc.Format(1 + 2).Length;" },
            { "_ = Old.ToText(instant: 1);", "_ = Lib.Text.Rfc.Format(1);" },
            { "_ = Old.ToText(\"Z\", 1);", "_ = Lib.Text.Rfc.Format(1, \"Z\", upper: true);" },
            { "_ = Old.Write(1);", "_ = Lib.Text.Rfc.Format(1, \"UTC\", false);" },
            {
                "_ = Old.Write(upper: true, instant: 1);",
                "_ = Lib.Text.Rfc.Format(1, \"UTC\", true);"
            },
            { "_ = Old.Concat();", "_ = Lib.Text.Rfc.Join();" },
            { "_ = Old.Concat(\"a\", \"b\");", "_ = Lib.Text.Rfc.Join(\"a\", \"b\");" },
            { "_ = \"a\".Renamed();", "_ = Old.New(\"a\");" },
            { "_ = Old.Renamed(\"a\");", "_ = Old.New(\"a\");" },
            { "_ = Text().Renamed();", "_ = Old.New(Text());" },
            { "_ = Old.ToText(Text(), x);", "_ = Lib.Text.Rfc.Format(x, Text(), upper: true);" },
            { "_ = Old.Double(x);", "_ = Lib.Text.Rfc.Format(x + x);" },
            { "_ = Old.Max + 1;", "_ = Limits.Most + 1;" },
            { "_ = new Box(3);", "_ = Box.Create(3);" },
            { "Box b = new(3);", "Box b = Box.Create(3);" },
            { "_ = box.Length;", "_ = box.Size;" },
            { "box.Length = 3;", "box.Size = 3;" },
            { "box.Length += 3;", "box.Size += 3;" },
            { "_ = new Box { Length = 3 };", "_ = new Box { Size = 3 };" },
            { "_ = box is { Length: 3 };", "_ = box is { Size: 3 };" },
            { "_ = maybe?.Length;", "_ = maybe?.Size;" },
            { "_ = maybe?.GetSize();", "_ = maybe?.Size;" },
            { "_ = Make().GetSize();", "_ = Make().Size;" },
            { "_ = nameof(Box.Length);", "_ = nameof(Box.Size);" },
            { "_ = nameof(Old.Max);", "_ = nameof(Limits.Most);" },
            { "box.Altered += () => { };", "box.Changed += () => { };" },
            {
                "System.Func<string, string> f = Old.Renamed;",
                "System.Func<string, string> f = Old.New;"
            },
            { "_ = OldWriter<int>.Count;", "_ = Lib.Text.Writer<int>.Count;" },
            { "OldWriter<string>? w = null;", "Lib.Text.Writer<string>? w = null;" },
            { "_ = typeof(Lib.OldWriter<int>);", "_ = typeof(Lib.Text.Writer<int>);" },
            { "_ = box.Read(1) + 1;", "_ = await box.ReadAsync(1) + 1;" },
            {
                "_ = Old.ToText(Old.ToText(1), 2);",
                "_ = Lib.Text.Rfc.Format(2, Lib.Text.Rfc.Format(1), upper: true);"
            },
        };

    [Theory]
    [MemberData(nameof(Fixes))]
    public Task The_fix_writes_the_replacement(string before, string after) =>
        Test.WithSource(Body(before)).FixesAsync(Body(after));

    /// <summary>Uses where a machine can't write the replacement, or would change what the code does.</summary>
    public static TheoryData<string> NotFixed =>
        [
            "Old.Pointless();", // there is no replacement
            "_ = Old.Double(Next());", // it would be evaluated twice
            "_ = Old.ToText(Text(), Next());", // the order of the two would change
            "_ = Old.ToText(Text(), box.Size);", // the text may change the size
            "_ = Old.ToText($\"{x++}\", x);", // the text changes the number
            "System.Func<string, long, string> f = Old.ToText;", // the arguments are not handed on as they are
            "System.Func<int> f = () => box.Read(1);", // no await in a lambda that is not async
        ];

    [Theory]
    [MemberData(nameof(NotFixed))]
    public Task There_is_no_fix(string code) => Test.WithSource(Body(code)).OffersNoFixAsync();

    [Fact]
    public Task The_fix_shortens_names_and_reaches_attributes() =>
        Test.WithSource(
                """
                using Lib;
                using Lib.Text;
                using W = Lib.OldWriter<int>;

                [OldMark]
                class C : OldWriter<long>
                {
                    string M() => Old.ToText(1) + W.Count;
                }
                """
            )
            .FixesAsync(
                """
                using Lib;
                using Lib.Text;
                using W = Lib.Text.Writer<int>;

                [NewMark]
                class C : Writer<long>
                {
                    string M() => Rfc.Format(1) + W.Count;
                }
                """
            );

    [Fact]
    public Task Each_use_is_reported_once() =>
        Test.WithSource(
                """
                using Lib;

                class C
                {
                    object A() => Old.[|ToText|](1);
                    object B() => new [|Box|](1);
                    Box D() => [|new|](1);
                    object E() => new Box();
                    void F() => Old.[|Pointless|]();
                    [|OldWriter<int>|]? G;
                    void ToText() => ToText();

                    [System.Obsolete]
                    object H() => Old.ToText(1);
                }
                """
            )
            .ReportsAsync(
                "'Old.ToText(long)' is deprecated since 1.2 and is removed in 3.0: use 'Text.Rfc.Format(instant)'",
                "'Box.Box(int)' is deprecated since 1.2 and is removed in 3.0: use 'Box.Create(size)'",
                "'Box.Box(int)' is deprecated since 1.2 and is removed in 3.0: use 'Box.Create(size)'",
                "'Old.Pointless()' is deprecated since 1.2 and is removed in 3.0: nobody needs it",
                "'OldWriter<T>' is deprecated since 1.2 and is removed in 3.0: use 'Text.Writer<T>'"
            );

    [Theory]
    [InlineData("1.2.0.0", "CMN1001", DiagnosticSeverity.Info)]
    [InlineData("1.9.0.0", "CMN1001", DiagnosticSeverity.Info)]
    [InlineData("2.0.0.0", "CMN1002", DiagnosticSeverity.Warning)]
    [InlineData("2.7.0.0", "CMN1002", DiagnosticSeverity.Warning)]
    public async Task It_is_louder_in_the_last_release(
        string version,
        string id,
        DiagnosticSeverity severity
    )
    {
        var found = await RoslynTest
            .Analyzer<DeprecatedUseAnalyzer>()
            .WithReference(Library.Compile(Source, version))
            .WithSource(Body("_ = Old.Max;"))
            .DiagnosticsAsync();

        var one = Assert.Single(found);
        Assert.Equal((id, severity), (one.Id, one.Severity));
    }

    [Theory]
    [InlineData(
        "2.9",
        "CMN1001",
        "'Old.Max' is deprecated since 1.2 and is removed in 3.0: use 'Limits.Most'"
    )]
    [InlineData(
        "3.0",
        "CMN1003",
        "'Old.Max', deprecated since 1.2, is removed in 3.0, and the project targets 3.0: use 'Limits.Most'"
    )]
    [InlineData(
        "4.1.2",
        "CMN1003",
        "'Old.Max', deprecated since 1.2, is removed in 3.0, and the project targets 4.1: use 'Limits.Most'"
    )]
    public Task A_targeted_release_shows_what_it_does_not_have(
        string target,
        string id,
        string message
    ) =>
        Test.WithBuildProperty("CommonTargetRelease", target)
            .WithSource(Body($"_ = Old.{{|{id}:Max|}};"))
            .ReportsAsync(message);

    private static string Body(string code) =>
        $$"""
            using Lib;

            class C
            {
                async System.Threading.Tasks.Task M(Box box, Box? maybe, long x)
                {
                    {{code}}
                    await System.Threading.Tasks.Task.Yield();
                }

                static Box Make() => new();
                static long Next() => 1;
                static string Text() => "";
            }
            """;
}
