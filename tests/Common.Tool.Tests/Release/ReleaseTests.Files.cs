namespace Common.Tool.Tests.Release;

/// <summary>Tests of the files that a release reads and writes beside its record.</summary>
public sealed partial class ReleaseTests
{
    [Theory]
    [InlineData("<<<<<<< HEAD\nC", 2, "a merge conflict is not resolved")]
    [InlineData("C\n#nullable enable", 3, "'#nullable enable' must be the first line")]
    [InlineData("C\n\uFEFFD", 3, "a byte order mark may stand at the start of the file only")]
    public async Task A_public_API_file_that_can_not_be_read_is_named_with_its_line(
        string lines,
        int line,
        string rule
    )
    {
        _repository.Write("src/Lib/PublicAPI.Shipped.txt", "#nullable enable\n");
        _repository.Write("src/Lib/PublicAPI.Unshipped.txt", "#nullable enable\n" + lines + "\n");
        _repository.Pack("public static class C;");

        Assert.Equal(
            $"src/Lib/PublicAPI.Unshipped.txt({line}): CMN0004 {rule}\n1 findings in 1 packages for 1.0.0.",
            (await _repository.CheckAsync()).Output
        );
    }

    [Fact]
    public async Task A_list_of_deprecations_that_forgets_something_is_found()
    {
        await ShipDeprecatedAsync();
        const string list = "releases/deprecated.Lib.txt";
        _repository.Write(
            list,
            _repository[list]
                .Replace(
                    "api\tdeprecated\tC.Old() -> void\tsince=1.1\tuse=New()\tid=LIBD001\n",
                    "",
                    StringComparison.Ordinal
                )
        );
        _repository.Pack(V11);

        await AssertFindingAsync(
            "releases/deprecated.Lib.txt: CMN0012 'C.Old() -> void' was shipped deprecated, and the list does not have it; take the file back from the release"
        );
    }

    [Fact]
    public async Task A_list_of_deprecations_that_puts_one_off_is_found()
    {
        await ShipDeprecatedAsync();
        const string list = "releases/deprecated.Lib.txt";
        _repository.Write(
            list,
            _repository[list]
                .Replace(
                    "C.Old() -> void\tsince=1.1",
                    "C.Old() -> void\tsince=9.0",
                    StringComparison.Ordinal
                )
        );
        _repository.Pack(V11);

        await AssertFindingAsync(
            "releases/deprecated.Lib.txt: CMN0012 'C.Old() -> void' was shipped deprecated, and the list says since 9.0 instead of 1.1; take the file back from the release"
        );
    }

    [Fact]
    public async Task A_record_that_a_merge_edits_is_found()
    {
        await _repository.ShipAsync(V10, "1.1.0");
        _repository.MergeEdit(
            "releases/1.0.0/Lib.txt",
            _repository["releases/1.0.0/Lib.txt"]
                .Replace("api\tstable\tC.Old() -> void\n", "", StringComparison.Ordinal)
        );
        _repository.Pack(V10);

        await AssertFindingAsync(
            "releases/1.0.0/Lib.txt: CMN0012 a released record was edited after its release; take it back from the commit that added it"
        );
    }

    [Fact]
    public async Task A_catalogue_that_can_not_be_read_is_an_error_and_no_crash()
    {
        _repository.Pack("[assembly: CatalogueEntry(\"event\", \"{}\")] public class C;");

        var run = await _repository.CheckAsync();

        Assert.Equal(5, run.ExitCode);
        Assert.StartsWith(
            "error: CatalogueEntryAttribute(\"event\", …) of an assembly can't be read; a newer generator may have written it: update the tool.",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_SDK_validates_against_the_last_release_of_the_same_major_version()
    {
        _repository.Write(
            "eng/Version.props",
            "<Project><PropertyGroup><VersionPrefix>1.0.0</VersionPrefix><PackageValidationBaselineVersion></PackageValidationBaselineVersion></PropertyGroup></Project>\n"
        );
        await _repository.ShipAsync(V10, "1.1.0");

        Assert.Equal(
            "<Project><PropertyGroup><VersionPrefix>1.1.0</VersionPrefix><PackageValidationBaselineVersion>1.0.0</PackageValidationBaselineVersion></PropertyGroup></Project>\n",
            _repository["eng/Version.props"]
        );

        _repository.Announce("### Changed\n\n- all\n");
        await _repository.ShipAsync(V10, "2.0.0");

        Assert.Equal(
            "<Project><PropertyGroup><VersionPrefix>2.0.0</VersionPrefix><PackageValidationBaselineVersion></PackageValidationBaselineVersion></PropertyGroup></Project>\n",
            _repository["eng/Version.props"]
        );
    }

    [Fact]
    public async Task What_a_deprecated_type_has_is_announced_with_it()
    {
        await _repository.ShipAsync("public class C { public void M() { } }", "1.1.0");
        _repository.Announce("### Deprecated\n\n- `C`. Nobody needs it.");
        _repository.Pack(
            """
            [Deprecated("1.1", Reason = "nobody needs it")]
            [System.Obsolete("Nobody needs it.", DiagnosticId = "LIBD001")]
            public class C { public void M() { } }
            """
        );

        Assert.Equal(
            "1 packages keep the policy for 1.1.0.",
            (await _repository.CheckAsync()).Output
        );
    }

    [Fact]
    public async Task What_a_compiler_reads_otherwise_than_it_writes_has_one_line()
    {
        _repository.Write(
            "src/Lib/PublicAPI.Shipped.txt",
            """
            #nullable enable
            C
            C.C() -> void
            C.operator +=(int x) -> void
            C.operator checked ++() -> void
            const C.D = 1.10 -> decimal
            E
            E.extension(string!)
            E.extension(string!).Half.get -> int
            static E.get_Half(string! text) -> int

            """
        );
        _repository.Write("src/Lib/PublicAPI.Unshipped.txt", "#nullable enable\n");
        _repository.Pack(
            """
            public class C
            {
                public const decimal D = 1.10m;
                public void op_AdditionAssignment(int x) { }
                public void op_CheckedIncrementAssignment() { }
            }
            public static class E { public static int get_Half(string text) => 1; }
            """
        );

        Assert.Equal(0, (await _repository.CheckAsync()).ExitCode);
    }
}
