using Common.Analyzers.CodeFixes.Lifecycle;
using Common.Analyzers.Lifecycle.Consumer;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of CMN1004 for what a package removed early, and for deprecations that were taken back.</summary>
public sealed class RemovedForSecurityTests
{
    private const string Exceptions =
        "# reviewed\n"
        + "security-removal\tapi\tstatic Lib.Token.Parse(string! text) -> int\t1.3\tit accepts unsigned tokens\n"
        + "security-removal\tapi\tstatic Lib.Token.Weak() -> int\t1.3\tits keys are short\n"
        + "security-removal\tapi\tstatic Lib.Token.Later() -> int\t1.4\tnot yet\n"
        + "revoked\tapi\tstatic Lib.Token.Kept() -> int\t1.2\tit is fine\n";

    private const string Deprecated =
        "# release record, schema 1\n"
        + "api\tdeprecated\tstatic Lib.Token.Weak() -> int\tsince=1.1\tuse=Strong()\n";

    private const string Uses = """
        using Lib;

        class C
        {
            object A() => Token.[|Parse|]("");
            object B() => Token.[|Weak|]();
            object D() => Token.Later();
        }
        """;

    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<RemovedUseAnalyzer>()
        .WithFix<RemovedUseCodeFix>()
        .WithReference(
            Library.Compile(
                "namespace Lib { public static class Token { public static int Strong() => 1; } }",
                "1.3.0.0"
            )
        )
        .WithCompilerErrors("CS0117")
        .WithAdditionalFile("Lib.exceptions.txt", Exceptions);

    [Fact]
    public Task What_was_removed_for_security_is_told_with_the_reason_in_the_release_that_did_it() =>
        Test.WithAdditionalFile("Lib.deprecated.txt", Deprecated)
            .WithSource(Uses)
            .ReportsAsync(
                "'static Lib.Token.Parse(string! text) -> int' was removed from Lib in 1.3, for security: it accepts unsigned tokens",
                "'static Lib.Token.Weak() -> int' was removed from Lib in 1.3, for security: its keys are short; use 'Strong()'"
            );

    [Fact]
    public Task What_had_a_replacement_is_fixed() =>
        Test.WithAdditionalFile("Lib.deprecated.txt", Deprecated)
            .WithSource("class C { object B() => Lib.Token.Weak(); }")
            .FixesAsync("class C { object B() => Lib.Token.Strong(); }");

    [Fact]
    public Task A_package_that_never_deprecated_anything_tells_it_too() =>
        Test.WithSource("class C { object A() => Lib.Token.[|Parse|](\"\"); }")
            .ReportsAsync(
                "'static Lib.Token.Parse(string! text) -> int' was removed from Lib in 1.3, for security: it accepts unsigned tokens"
            );

    [Fact]
    public Task Packages_that_are_released_together_tell_it_once_and_name_the_one_that_had_it() =>
        Test.WithReference(
                Library.Compile("namespace Lib.Ab { public class X; }", "1.3.0.0", "Ab.Lib")
            )
            .WithReference(
                Library.Compile("namespace Lib.More { public class X; }", "1.3.0.0", "Lib.More")
            )
            .WithAdditionalFile("Ab.Lib.exceptions.txt", Exceptions)
            .WithAdditionalFile("Lib.More.exceptions.txt", Exceptions)
            .WithSource("class C { object A() => Lib.Token.[|Parse|](\"\"); }")
            .ReportsAsync(
                "'static Lib.Token.Parse(string! text) -> int' was removed from Lib in 1.3, for security: it accepts unsigned tokens"
            );

    [Fact]
    public Task A_line_that_can_not_be_read_is_named() =>
        Test.WithSource("class C { object A() => Lib.Token.Gone(); }")
            .WithAdditionalFile("Lib.exceptions.txt", "{|CMN0012:security-removal\tapi\tX|}\n")
            .ReportsAsync(
                "project/Lib.exceptions.txt: a line must be 'revoked' or 'security-removal', surface, name, release and reason with tabs between"
            );
}
