using Common.Analyzers.Lifecycle.Author;
using Common.Analyzers.Lifecycle.Consumer;
using Common.Analyzers.Lifecycle.PublicApi;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of files that can't be read and code that does not compile: a diagnostic with its place, no crash, no silence.</summary>
public sealed class BadInputTests
{
    private const string Code = """
        using System;
        using Common.Abstractions;
        using Lib;
        using Lib.Gone;

        namespace N;

        /// <summary>See <see cref="OldText"/>.</summary>
        [Deprecated("1.1", "New")]
        [Obsolete("Use New. Deprecated in 1.1, removed in 3.0.", DiagnosticId = "DEP001")]
        public class Old<T> : OldText where T : class
        {
            [Deprecated("1.1", "this.B(i, s)")]
            public string A(int i, params string[] s) => Text.Format(i, s[0]) + Text.Most;
            public string B(int i, string[] s) => nameof(OldText) + new OldText { Length = i }?.Length;
            public static Old<T> operator +(Old<T> a, Old<T> b) => a + b[1] + (int)b;
        }

        public class New;
        """;

    private const string Removed = """
        # release record, schema 1
        api	deprecated	Lib.Gone.Thing	since=1.2	use=Lib.Text
        api	deprecated	Lib.OldText	since=1.2	use=Text
        api	deprecated	Lib.Text.Text(int size) -> void	since=1.2	use=Text.New(size)
        api	deprecated	Lib.Text.Length.get -> int	since=1.2	use=Size
        api	deprecated	Lib.Text.this[int index].get -> string!	since=1.2	use=this.Get(index)
        api	deprecated	const Lib.Text.Most = 5 -> int	since=1.2	use=Text.Max
        api	deprecated	static Lib.Text.operator +(Lib.Text! left, Lib.Text! right) -> Lib.Text!	since=1.2	use=Join(left, right)
        api	deprecated	static Lib.Text.explicit operator int(Lib.Text! value) -> int	since=1.2	use=value.Size
        api	deprecated	static Lib.Text.Format(int value, string! zone) -> string!	since=1.2	use=Write(zone, value)
        """;

    private static readonly RoslynTest Author = RoslynTest
        .Analyzer<LifecycleAnalyzer>()
        .WithBuildProperty("CommonLifecycle", "true")
        .WithBuildProperty("Version", "1.2.0")
        .WithAdditionalFile("PublicAPI.Shipped.txt", "#nullable enable\n")
        .WithAdditionalFile("PublicAPI.Unshipped.txt", "#nullable enable\n")
        .WithSource("class C;");

    private static readonly RoslynTest Consumer = RoslynTest
        .Analyzer<RemovedUseAnalyzer>()
        .WithReference(Library.Compile("namespace Lib { public class Text; }", "3.0.0.0"))
        .WithSource("class C;");

    public static TheoryData<string, string> Records =>
        new()
        {
            { "[||]", "the first line must be '# release record, schema 1'" },
            { "[|api\tstable\tN.C|]\n", "the first line must be '# release record, schema 1'" },
            {
                "[|# release record, schema 2|]\n",
                "the file has schema 2, and this version reads schema 1: update Common.Analyzers and the tool"
            },
            {
                "[|<<<<<<< HEAD|]\n# release record, schema 1\n",
                "a merge conflict is not resolved"
            },
            { "# release record, schema 1\n[|=======|]\n", "a merge conflict is not resolved" },
            {
                "# release record, schema 1\n[|api stable N.C|]\n",
                "a line must be surface, stage and name with tabs between"
            },
            {
                "# release record, schema 1\n[|api\tfine\tN.C|]\n",
                "a line must be surface, stage and name with tabs between"
            },
            {
                "# release record, schema 1\n[|thing\tstable\tN.C|]\n",
                "a line must be surface, stage and name with tabs between"
            },
            {
                "# release record, schema 1\napi\tstable\tN.C\n[|api\tstable\tN.C|]\n",
                "the item stands twice"
            },
            {
                "# release record, schema 1\n[|api\tdeprecated\tN.C\tuse=N.D|]\n",
                "a deprecated item must say since=major.minor"
            },
        };

    [Theory]
    [MemberData(nameof(Records))]
    public Task A_record_that_can_not_be_read_is_named_with_its_line(string marked, string rule) =>
        Author
            .WithAdditionalFile("releases/1.1.0/Test.txt", Invalid(marked))
            .ReportsAsync($"1.1.0/Test.txt: {rule}");

    [Theory]
    [MemberData(nameof(Records))]
    public Task So_is_the_list_of_a_package(string marked, string rule) =>
        Consumer
            .WithAdditionalFile("Lib.deprecated.txt", Invalid(marked))
            .ReportsAsync($"project/Lib.deprecated.txt: {rule}");

    [Theory]
    [InlineData("[|revoked api N.C 2.0 why|]")]
    [InlineData("[|revoked\tapi\tN.C\t2.0\t|]")]
    [InlineData("[|postponed\tapi\tN.C\t2.0\twhy|]")]
    [InlineData("[|revoked\tapi\tN.C\tsoon\twhy|]")]
    public Task An_exception_that_can_not_be_read_is_named_with_its_line(string marked) =>
        Author
            .WithAdditionalFile("releases/exceptions.txt", "# why\n" + Invalid(marked) + "\n")
            .ReportsAsync(
                "releases/exceptions.txt: a line must be 'revoked' or 'security-removal', surface, name, release and reason with tabs between"
            );

    [Theory]
    [InlineData("")]
    [InlineData("next")]
    [InlineData("1")]
    public Task A_version_that_is_none_does_not_switch_the_policy_off(string version) =>
        Author
            .WithBuildProperty("Version", version)
            .ReportsAsync(
                $"Version: '{version}' is not a release; write major.minor.patch, such as 1.2.0"
            );

    [Fact]
    public async Task Code_that_breaks_off_anywhere_crashes_no_rule()
    {
        var all = RoslynTest
            .Analyzer<LifecycleAnalyzer>()
            .WithAnalyzer<PublicApiAnalyzer>()
            .WithAnalyzer<DeprecatedUseAnalyzer>()
            .WithAnalyzer<RemovedUseAnalyzer>()
            .WithAnalyzer<CompiledUseAnalyzer>()
            .WithAnalyzer<MixedVersionsAnalyzer>()
            .WithGenerator<RemovedUseGenerator>()
            .WithBuildProperty("CommonLifecycle", "true")
            .WithBuildProperty("Version", "1.1.0")
            .WithAdditionalFile("PublicAPI.Shipped.txt", "#nullable enable\n")
            .WithAdditionalFile("PublicAPI.Unshipped.txt", "#nullable enable\n")
            .WithAdditionalFile("Lib.deprecated.txt", Removed)
            .WithReference(Library.Compile("namespace Lib { public class Text; }", "3.0.0.0"));

        for (var length = 0; length <= Code.Length; length += 23)
        {
            var diagnostics = await all.WithSource(Code[..length]).DiagnosticsOfBrokenAsync();
            Assert.DoesNotContain(diagnostics, d => d.Id == "AD0001");
        }
    }

    // The rules have others of their own.
    private static string Invalid(string marked) =>
        marked
            .Replace("[|", $"{{|{RuleIds.InvalidRecord}:", StringComparison.Ordinal)
            .Replace("|]", "|}", StringComparison.Ordinal);
}
