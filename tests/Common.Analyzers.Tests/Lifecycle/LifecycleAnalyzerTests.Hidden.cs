namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Breaks that no line of the public API shows, told by the author's build.</summary>
public sealed partial class LifecycleAnalyzerTests
{
    private const string HiddenRecord =
        Header
        + """
            api	stable	C
            api	stable	C.C() -> void
            api	stable	C.M<T>(T value) -> void
            api	stable	C.P.get -> int
            api	stable	C.P.set -> void
            api	stable	E
            api	stable	E.A = 0 -> E
            api	stable	I
            limit	stable	I must implement I.M() -> void
            trait	stable	C converts to I
            trait	stable	C converts to System.IDisposable
            trait	stable	C is a class
            trait	stable	E is an enum of int
            trait	stable	I is an interface

            """;

    private static RoslynTest Hidden =>
        Test.WithRules("CMN0006")
            .WithAdditionalFile("releases/1.0.0/Lib.txt", HiddenRecord)
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                """
                #nullable enable
                C
                C.C() -> void
                C.M<T>(T value) -> void
                C.P.get -> int
                C.P.set -> void
                E
                E.A = 0 -> E
                I
                """
            );

    public static TheoryData<string, string> HiddenBreaks =>
        new()
        {
            {
                "public sealed class {|CMN0006:C|} : I, System.IDisposable { public C() { } public void M<T>(T value) { } public int P { get; set; } void I.M() { } public void Dispose() { } } public enum E { A } public interface I { void M(); }",
                "'C can't be derived from' was not so in 1.0, and breaks who derives from it or implements it: add a new type instead"
            },
            {
                "public class {|CMN0006:C|} : I { public C() { } public void M<T>(T value) { } public int P { get; set; } void I.M() { } } public enum E { A } public interface I { void M(); }",
                "'C converts to System.IDisposable' was so in 1.0 and is not so now, which breaks who relies on it: add a new type instead"
            },
            {
                "public class C : I, System.IDisposable { public C() { } public void {|CMN0006:M|}<T>(T value) where T : new() { } public int P { get; set; } void I.M() { } public void Dispose() { } } public enum E { A } public interface I { void M(); }",
                "'C.M<T>(T value) -> void must have T : new()' was not so in 1.0, and breaks who uses it: add a new member instead"
            },
            {
                "public class C : I, System.IDisposable { public C() { } public void M<T>(T value) { } public int P { get; protected {|CMN0006:set|}; } void I.M() { } public void Dispose() { } } public enum E { A } public interface I { void M(); }",
                "'C.P.set -> void can be used by derived types only' was not so in 1.0, and breaks who uses it: add a new member instead"
            },
            {
                "public class C : I, System.IDisposable { public C() { } public void M<T>(T value) { } public int P { get; set; } void I.M() { } public void Dispose() { } } public enum {|CMN0006:E|} : long { A } public interface I { void M(); }",
                "'E is an enum of int' was so in 1.0 and is not so now, which breaks who relies on it: add a new type instead"
            },
        };

    [Theory]
    [MemberData(nameof(HiddenBreaks))]
    public Task A_hidden_break_is_reported_where_it_is(string source, string message) =>
        Hidden.WithSource(source).ReportsAsync(message);

    [Theory]
    [InlineData(
        "public class C : Own, I { public C() { } public void M<T>(T value) { } public int P { get; set; } void I.M() { } } public class Own : System.IO.MemoryStream { } public enum E { A, B } public interface I { void M(); void N() { } }"
    )]
    [InlineData(
        "public class C : I, System.IDisposable, System.ICloneable { public C() { } public void M<T>(T value) { } public int P { get; set; } void I.M() { } public void Dispose() { } public object Clone() => this; } public enum E : int { A } public interface I { void M(); }"
    )]
    public Task What_breaks_nobody_is_not_reported(string source) =>
        Hidden.WithSource(source).ReportsAsync();

    [Fact]
    public Task An_announcement_under_a_release_that_is_out_is_none() =>
        Test.WithRules("CMN0010")
            .WithSource(
                DeprecatedSource.Replace(
                    "[Deprecated(\"1.1\", \"New()\")]",
                    "[{|CMN0010:Deprecated(\"1.1\", \"New()\")|}]",
                    StringComparison.Ordinal
                )
            )
            .WithAdditionalFile("releases/1.0.0/Lib.txt", Stable)
            .WithAdditionalFile(
                "CHANGELOG.md",
                "## [Unreleased]\n- more\n\n## [1.0.0] - 2026-01-01\n### Deprecated\n- `C.Old`\n"
            )
            .ReportsAsync(
                "'C.Old' is deprecated, but no entry under 'Deprecated' of what is not released yet in CHANGELOG.md names it in backquotes"
            );

    [Fact]
    public Task An_announcement_of_the_release_that_shipped_it_lasts() =>
        Test.WithRules("CMN0010")
            .WithSource(DeprecatedSource)
            .WithBuildProperty("Version", "1.2.0")
            .WithAdditionalFile("releases/1.1.0/Lib.txt", Deprecated)
            .WithAdditionalFile(
                "CHANGELOG.md",
                "## [Unreleased]\n- more\n\n## [1.1.0] - 2026-01-01\n### Deprecated\n- `C.Old`\n"
            )
            .ReportsAsync();

    [Fact]
    public Task A_member_keeps_the_release_that_deprecated_it_before_its_type() =>
        Test.WithSource(
                """
                using System;
                using Common.Abstractions;

                [Deprecated("1.2", "D")]
                [Obsolete("Use D. Deprecated in 1.2, removed in 3.0.", DiagnosticId = "LIBD002")]
                public static class C
                {
                    [Deprecated("1.1", "D.New()")]
                    [Obsolete("Use D.New(). Deprecated in 1.1, removed in 3.0.", DiagnosticId = "LIBD001")]
                    public static void Old() { }
                }
                public static class D { public static void New() { } }
                """
            )
            .WithBuildProperty("Version", "1.2.0")
            .WithAdditionalFile(
                "CHANGELOG.md",
                "## [Unreleased]\n### Deprecated\n- `C`\n## 1.1.0\n### Deprecated\n- `C.Old`\n"
            )
            .WithAdditionalFile("releases/1.1.0/Lib.txt", Deprecated)
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                "#nullable enable\nC\nstatic C.Old() -> void\n"
            )
            .ReportsAsync();

    [Fact]
    public Task The_last_patch_counts_and_not_the_last_file() =>
        Test.WithSource(Without)
            .WithBuildProperty("Version", "1.2.0")
            .WithAdditionalFile("releases/1.1.10/Lib.txt", Stable)
            .WithAdditionalFile("releases/1.1.9-rc.1/Lib.txt", Header + "api\tstable\tC\n")
            .WithAdditionalFile("releases/1.1.9/Lib.txt", Header + "api\tstable\tC\n")
            .WithAdditionalFile("PublicAPI.Shipped.txt", "#nullable enable\nC\n")
            .ReportsAsync(
                "'static C.Old() -> void' was shipped in 1.1 and is gone: deprecate it first; shipped deprecated in 1.2, it may be removed in 3.0"
            );
}
