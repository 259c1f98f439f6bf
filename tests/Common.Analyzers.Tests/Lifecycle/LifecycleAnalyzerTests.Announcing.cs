using Common.Analyzers.CodeFixes.Lifecycle;
using Common.Analyzers.Lifecycle.Author;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>What a deprecation must be announced with, and what cannot be read.</summary>
public sealed partial class LifecycleAnalyzerTests
{
    [Fact]
    public async Task An_Obsolete_out_of_step_is_reported_and_written()
    {
        var test = Test.WithFix<ObsoleteCodeFix>()
            .WithRules("CMN0011")
            .WithAdditionalFile(
                "releases/1.0.0/Lib.txt",
                Header + "api\tdeprecated\tD\tsince=1.0\tid=LIBD007\n"
            )
            .WithSource(
                """
                using System;
                using Common.Abstractions;

                public static class C
                {
                    /// <summary>Old.</summary>
                    [[|Deprecated("1.1", "New()")|]]
                    public static void Old() { }

                    [[|Deprecated("1.1", Reason = "Nobody needs it.")|]]
                    [Obsolete("old", DiagnosticId = "LIBD003", UrlFormat = "u")]
                    public static void Older() { }

                    [[|Deprecated("1.1", "New()")|]]
                    public static void Oldest() { }

                    public static void New() { }
                }
                """
            );

        await test.ReportsAsync(
            "'C.Old()' needs [Obsolete(\"Use New(). Deprecated in 1.1, removed in 3.0.\", DiagnosticId = \"LIBD001\")] beside [Deprecated]",
            "'C.Older()' needs [Obsolete(\"Nobody needs it. Deprecated in 1.1, removed in 3.0.\", DiagnosticId = \"LIBD001\")] beside [Deprecated]",
            "'C.Oldest()' needs [Obsolete(\"Use New(). Deprecated in 1.1, removed in 3.0.\", DiagnosticId = \"LIBD001\")] beside [Deprecated]"
        );
        await test.FixesAsync(
            """
            using System;
            using Common.Abstractions;

            public static class C
            {
                /// <summary>Old.</summary>
                [Deprecated("1.1", "New()")]
                [Obsolete("Use New(). Deprecated in 1.1, removed in 3.0.", DiagnosticId = "LIBD008")]
                public static void Old() { }

                [Deprecated("1.1", Reason = "Nobody needs it.")]
                [Obsolete("Nobody needs it. Deprecated in 1.1, removed in 3.0.", DiagnosticId = "LIBD003", UrlFormat = "u")]
                public static void Older() { }

                [Deprecated("1.1", "New()")]
                [Obsolete("Use New(). Deprecated in 1.1, removed in 3.0.", DiagnosticId = "LIBD009")]
                public static void Oldest() { }

                public static void New() { }
            }
            """
        );
    }

    [Fact]
    public async Task An_Obsolete_that_is_an_error_takes_the_API_away_and_is_made_a_warning()
    {
        var test = Test.WithFix<ObsoleteCodeFix>()
            .WithRules("CMN0011")
            .WithSource(
                """
                using System;
                using Common.Abstractions;

                public static class C
                {
                    [[|Deprecated("1.1", "New()")|]]
                    [Obsolete("Use New(). Deprecated in 1.1, removed in 3.0.", error: true, DiagnosticId = "LIBD001")]
                    public static void Old() { }

                    [Deprecated("1.1", "New()")]
                    [Obsolete("Use New(). Deprecated in 1.1, removed in 3.0.", error: false, DiagnosticId = "LIBD002")]
                    public static void Older() { }

                    public static void New() { }
                }
                """
            );

        await test.ReportsAsync(
            "'C.Old()' needs [Obsolete(\"Use New(). Deprecated in 1.1, removed in 3.0.\", DiagnosticId = \"LIBD001\")] beside [Deprecated]"
        );
        await test.FixesAsync(
            """
            using System;
            using Common.Abstractions;

            public static class C
            {
                [Deprecated("1.1", "New()")]
                [Obsolete("Use New(). Deprecated in 1.1, removed in 3.0.", DiagnosticId = "LIBD001")]
                public static void Old() { }

                [Deprecated("1.1", "New()")]
                [Obsolete("Use New(). Deprecated in 1.1, removed in 3.0.", error: false, DiagnosticId = "LIBD002")]
                public static void Older() { }

                public static void New() { }
            }
            """
        );
    }

    [Theory]
    [InlineData(
        "# Changelog\n\n## [Unreleased]\n\n### Added\n- x\n\n## [1.0.0]\n",
        "# Changelog\n\n## [Unreleased]\n\n### Deprecated\n\n- **TestProject**: `C.Old`. Use `New()`. Removed in 3.0.\n\n### Added\n- x\n\n## [1.0.0]\n"
    )]
    [InlineData(
        "## [Unreleased]\n### Deprecated\n- `C.Other`\n\n### Added\n",
        "## [Unreleased]\n### Deprecated\n- `C.Other`\n- **TestProject**: `C.Old`. Use `New()`. Removed in 3.0.\n\n### Added\n"
    )]
    [InlineData(
        "# Changelog\n",
        "# Changelog\n\n## [Unreleased]\n\n### Deprecated\n\n- **TestProject**: `C.Old`. Use `New()`. Removed in 3.0.\n"
    )]
    public async Task A_deprecation_that_is_not_announced_is_reported_and_written(
        string changelog,
        string expected
    )
    {
        var test = Test.WithFix<ChangelogCodeFix>()
            .WithRules("CMN0010")
            .WithAdditionalFile("CHANGELOG.md", changelog)
            .WithSource(
                DeprecatedSource.Replace(
                    "[Deprecated(\"1.1\", \"New()\")]",
                    "[[|Deprecated(\"1.1\", \"New()\")|]]",
                    StringComparison.Ordinal
                )
            );

        await test.ReportsAsync(
            "'C.Old' is deprecated, but no entry under 'Deprecated' in CHANGELOG.md names it in backquotes"
        );
        await test.FixesFileAsync("CHANGELOG.md", expected);
    }

    [Theory]
    [InlineData("[|api\tstable\tC|]\n", "the first line must be '# release record, schema 1'")]
    [InlineData(
        "[|# release record, schema 2|]\n",
        "the file has schema 2, and this version reads schema 1: update Common.Analyzers and the tool"
    )]
    [InlineData(Header + "[|<<<<<<< ours|]\n", "a merge conflict is not resolved")]
    [InlineData(
        Header + "[|api\tfresh\tC|]\n",
        "a line must be surface, stage and name with tabs between"
    )]
    [InlineData(Header + "api\tstable\tC\n[|api\tstable\tC|]\n", "the item stands twice")]
    public Task A_record_that_cannot_be_read_is_reported(string record, string rule) =>
        Test.WithRules("CMN0012")
            .WithSource(With)
            .WithAdditionalFile("releases/1.0.0/Lib.txt", record)
            .ReportsAsync("1.0.0/Lib.txt: " + rule);

    [Fact]
    public Task An_exception_without_a_reason_is_reported() =>
        Test.WithRules("CMN0012")
            .WithSource(With)
            .WithAdditionalFile("releases/exceptions.txt", "[|revoked\tapi\tC\t2.0\t|]\n")
            .ReportsAsync(
                "releases/exceptions.txt: a line must be 'revoked' or 'security-removal', surface, name, release and reason with tabs between"
            );

    [Fact]
    public Task A_project_that_does_not_opt_in_is_left_alone() =>
        RoslynTest
            .Analyzer<LifecycleAnalyzer>()
            .WithBuildProperty("Version", "1.1.0")
            .WithSource(
                "public static class C { [Common.Abstractions.Deprecated(\"0.1\")] public static void Old() { } }"
            )
            .ReportsAsync();
}
