using Common.Analyzers.Lifecycle.Author;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of CMN0006 to CMN0012.</summary>
public sealed partial class LifecycleAnalyzerTests
{
    private const string Header = "# release record, schema 1\n";
    private const string Stable = Header + "api\tstable\tC\napi\tstable\tstatic C.Old() -> void\n";
    private const string Deprecated =
        Header
        + "api\tstable\tC\napi\tdeprecated\tstatic C.Old() -> void\tsince=1.1\tuse=New()\tid=LIBD001\n";

    private const string Without = "public static class C { }";
    private const string With = "public static class C { public static void Old() { } }";

    private const string DeprecatedSource = """
        using System;
        using Common.Abstractions;

        public static class C
        {
            [Deprecated("1.1", "New()")]
            [Obsolete("Use New(). Deprecated in 1.1, removed in 3.0.", DiagnosticId = "LIBD001")]
            public static void Old() => New();

            public static void New() { }
        }
        """;

    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<LifecycleAnalyzer>()
        .WithBuildProperty("CommonLifecycle", "true")
        .WithBuildProperty("CommonLifecyclePrefix", "LIBD")
        .WithBuildProperty("Version", "1.1.0")
        .WithAdditionalFile("CHANGELOG.md", "## [Unreleased]\n### Deprecated\n- `C.Old`\n")
        .WithAdditionalFile("PublicAPI.Shipped.txt", "#nullable enable\n")
        .WithAdditionalFile("PublicAPI.Unshipped.txt", "#nullable enable\n");

    public static TheoryData<string, string, string, string> TooEarly =>
        new()
        {
            {
                "1.1.0",
                Stable,
                "1.0.0",
                "'static C.Old() -> void' was shipped in 1.0 and is gone: deprecate it first; shipped deprecated in 1.1, it may be removed in 3.0"
            },
            {
                "1.2.0",
                Deprecated,
                "1.1.0",
                "'static C.Old() -> void' was shipped in 1.1 and is gone: a minor release removes nothing; it may be removed in 3.0"
            },
            {
                "2.0.0",
                Deprecated,
                "1.1.0",
                "'static C.Old() -> void' was shipped in 1.1 and is gone: it was shipped deprecated in 1.1, so that it may be removed in 3.0"
            },
            {
                "3.0.0",
                Deprecated,
                "1.1.0",
                "'static C.Old() -> void' was shipped in 1.1 and is gone: no release 2.x shipped it deprecated, which the policy promises"
            },
        };

    [Theory]
    [MemberData(nameof(TooEarly))]
    public Task An_early_removal_is_reported(
        string version,
        string record,
        string release,
        string message
    ) =>
        Test.WithSource(Without)
            .WithBuildProperty("Version", version)
            .WithAdditionalFile($"releases/{release}/Lib.txt", record)
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                "#nullable enable\nC\nstatic C.Old() -> void\n"
            )
            .WithAdditionalFile(
                "PublicAPI.Unshipped.txt",
                "#nullable enable\n{|CMN0006:*REMOVED*static C.Old() -> void|}\n"
            )
            .ReportsAsync(message);

    [Fact]
    public Task A_removal_in_time_is_not_reported() =>
        Test.WithSource(Without)
            .WithBuildProperty("Version", "3.0.0-dev")
            .WithAdditionalFile("releases/1.0.0/Lib.txt", Stable)
            .WithAdditionalFile("releases/1.1.0/Lib.txt", Deprecated)
            .WithAdditionalFile("releases/2.0.0/Lib.txt", Deprecated)
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                "#nullable enable\nC\nstatic C.Old() -> void\n"
            )
            .WithAdditionalFile(
                "PublicAPI.Unshipped.txt",
                "#nullable enable\n*REMOVED*static C.Old() -> void\n"
            )
            .ReportsAsync();

    [Fact]
    public Task A_security_removal_with_a_reason_may_come_early() =>
        Test.WithSource(Without)
            .WithAdditionalFile("releases/1.0.0/Lib.txt", Stable)
            .WithAdditionalFile(
                "releases/exceptions.txt",
                "security-removal\tapi\tstatic C.Old() -> void\t1.1\tit leaks\n"
            )
            .WithAdditionalFile("PublicAPI.Shipped.txt", "#nullable enable\nC\n")
            .ReportsAsync();

    [Fact]
    public Task What_is_due_and_still_there_is_reported() =>
        Test.WithSource(
                DeprecatedSource.Replace(
                    "[Deprecated(\"1.1\", \"New()\")]",
                    "[{|CMN0007:Deprecated(\"1.1\", \"New()\")|}]",
                    StringComparison.Ordinal
                )
            )
            .WithBuildProperty("Version", "3.0.0")
            .WithAdditionalFile("releases/1.1.0/Lib.txt", Deprecated)
            .WithAdditionalFile("releases/2.0.0/Lib.txt", Deprecated)
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                "#nullable enable\nC\nstatic C.Old() -> void\n"
            )
            .ReportsAsync(
                "'static C.Old() -> void' was shipped deprecated in 1.1 and its time is up: remove it in 3.0"
            );

    public static TheoryData<string, string, string, string> WrongSince =>
        new()
        {
            {
                "1.0",
                "1.1.0",
                Stable,
                "'static C.Old() -> void': a deprecation can't be back-dated: 1.0 is out and did not ship it deprecated; write 1.1"
            },
            {
                "1.2",
                "1.1.0",
                Stable,
                "'static C.Old() -> void': the release that will first ship it deprecated is 1.1; since can't say 1.2"
            },
            {
                "2.0",
                "2.0.0",
                Deprecated,
                "'static C.Old() -> void': the first release that shipped it deprecated is 1.1; since can't say 2.0"
            },
            {
                "soon",
                "1.1.0",
                Stable,
                "'static C.Old() -> void': 'soon' is not a release; write major.minor, such as 1.1"
            },
        };

    [Theory]
    [MemberData(nameof(WrongSince))]
    public Task A_release_that_the_record_denies_is_reported(
        string since,
        string version,
        string record,
        string message
    ) =>
        Test.WithRules("CMN0008")
            .WithSource(
                $$"""
                using Common.Abstractions;
                public static class C { [[|Deprecated("{{since}}", Reason = "gone")|]] public static void Old() { } }
                """
            )
            .WithBuildProperty("Version", version)
            .WithAdditionalFile("releases/1.0.0/Lib.txt", Stable)
            .WithAdditionalFile(
                version == "2.0.0" ? "releases/1.1.0/Lib.txt" : "releases/1.0.0/Lib.txt",
                record
            )
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                "#nullable enable\nC\nstatic C.Old() -> void\n"
            )
            .ReportsAsync(message);

    [Fact]
    public Task A_deprecation_that_vanishes_is_reported() =>
        Test.WithSource(With)
            .WithBuildProperty("Version", "2.0.0")
            .WithAdditionalFile("releases/1.1.0/Lib.txt", Deprecated)
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                "#nullable enable\nC\n{|CMN0008:static C.Old() -> void|}\n"
            )
            .ReportsAsync(
                "'static C.Old() -> void' was shipped deprecated in 1.1 and says so no more; a deprecation that is taken back needs a 'revoked' line in exceptions.txt"
            );

    [Fact]
    public Task A_deprecation_that_is_revoked_with_a_reason_is_not() =>
        Test.WithSource(With)
            .WithBuildProperty("Version", "2.0.0")
            .WithAdditionalFile("releases/1.1.0/Lib.txt", Deprecated)
            .WithAdditionalFile(
                "releases/exceptions.txt",
                "# why\nrevoked\tapi\tstatic C.Old() -> void\t2.0\tthe new one is worse\n"
            )
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                "#nullable enable\nC\nstatic C.Old() -> void\n"
            )
            .ReportsAsync();

    [Fact]
    public Task A_deprecation_in_good_order_is_not_reported() =>
        Test.WithSource(DeprecatedSource)
            .WithAdditionalFile("releases/1.0.0/Lib.txt", Stable)
            .WithAdditionalFile(
                "PublicAPI.Shipped.txt",
                "#nullable enable\nC\nstatic C.Old() -> void\n"
            )
            .WithAdditionalFile(
                "PublicAPI.Unshipped.txt",
                "#nullable enable\nstatic C.New() -> void\n"
            )
            .ReportsAsync();

    /// <summary>The attribute, what it is on, and why its replacement won't do.</summary>
    public static TheoryData<string, string, string> Replacements =>
        new()
        {
            {
                "Deprecated(\"1.1\")",
                "void Old() { }",
                "'C.Old()': name a replacement, or say in Reason why there is none"
            },
            {
                "Deprecated(\"1.1\", \"New(\")",
                "void Old() { }",
                "'C.Old()': the replacement 'New(' is not a C# expression"
            },
            {
                "Deprecated(\"1.1\", \"Nwe()\")",
                "void Old() { }",
                "'C.Old()': the replacement 'Nwe()' names 'Nwe', which is neither a parameter, nor a member of the type, nor in its namespaces"
            },
            {
                "Deprecated(\"1.1\", \"New(x)\")",
                "void Old(int y) { }",
                "'C.Old(int)': the replacement 'New(x)' names 'x', which is neither a parameter, nor a member of the type, nor in its namespaces"
            },
            {
                "Deprecated(\"1.1\", \"Hidden()\")",
                "void Old() { }",
                "'C.Old()': the replacement 'Hidden()' can't be called from where the old API can"
            },
            {
                "Deprecated(\"1.1\", \"Old()\")",
                "void Old() { }",
                "'C.Old()': the replacement 'Old()' is the deprecated API itself"
            },
        };

    [Theory]
    [MemberData(nameof(Replacements))]
    public Task A_replacement_that_will_not_do_is_reported(
        string attribute,
        string member,
        string message
    ) =>
        Test.WithRules("CMN0009")
            .WithSource(
                $$"""
                using Common.Abstractions;

                public class C
                {
                    [[|{{attribute}}|]]
                    public {{member}}
                    public void New() { }
                    private void Hidden() { }
                }
                """
            )
            .ReportsAsync(message);

    [Theory]
    [InlineData("Deprecated(\"1.1\", \"New(y)\")", "void Old(int y) { }")]
    [InlineData("Deprecated(\"1.1\", \"this.New(y + 1)\")", "void Old(int y) => New(y);")]
    [InlineData("Deprecated(\"1.1\", \"Value\")", "int Old => Value;")]
    [InlineData("Deprecated(\"1.1\", \"N.Other.Make()\")", "int Old() => 1;")]
    [InlineData("Deprecated(\"1.1\", \"await NewAsync()\")", "void Old() { }")]
    [InlineData("Deprecated(\"1.1\", Reason = \"nobody needs it\")", "void Old() { }")]
    public Task A_replacement_that_will_do_is_not_reported(string attribute, string member) =>
        Test.WithRules("CMN0009")
            .WithSource(
                $$"""
                using Common.Abstractions;

                public class C
                {
                    [{{attribute}}]
                    public {{member}}
                    public void New(int z) { }
                    public int Value => 1;
                    public System.Threading.Tasks.Task NewAsync() => System.Threading.Tasks.Task.CompletedTask;
                }

                namespace N { public static class Other { public static int Make() => 1; } }
                """
            )
            .ReportsAsync();
}
