namespace Common.Tool.Tests.Release;

/// <summary>The ways to cheat that the record, git, the changelog and the package itself give away.</summary>
public sealed partial class ReleaseTests
{
    private const string NotWhole =
        "releases: CMN0012 the clone is shallow, so that git can't tell whether a released record was edited; run 'git fetch --unshallow' first";

    [Fact]
    public async Task A_shallow_clone_says_that_edits_can_not_be_seen()
    {
        await _repository.ShipAsync(V10, "1.1.0");
        using var clone = _repository.ShallowClone();
        clone.Pack(V10);

        Assert.Equal(
            NotWhole + "\n1 findings in 1 packages for 1.1.0.",
            (await clone.CheckAsync()).Output
        );
    }

    [Fact]
    public async Task A_shallow_clone_tells_from_the_changelog_that_a_record_must_be_there()
    {
        await _repository.ShipAsync(V10, "1.1.0");
        Directory.Delete(Path.Combine(_repository.Root, "releases"), recursive: true);
        _repository.Commit();
        using var clone = _repository.ShallowClone();
        clone.Pack("public class D;");

        Assert.Contains(NotWhole, (await clone.CheckAsync()).Output.Split('\n'));
    }

    [Fact]
    public async Task A_shallow_clone_before_the_first_release_has_nothing_to_hide()
    {
        using var clone = _repository.ShallowClone();
        clone.Pack(V10);

        Assert.Equal("1 packages keep the policy for 1.0.0.", (await clone.CheckAsync()).Output);
    }

    [Fact]
    public async Task An_edit_that_is_taken_back_is_forgiven()
    {
        await _repository.ShipAsync(V10, "1.1.0");
        var record = _repository["releases/1.0.0/Lib.txt"];
        _repository.Write("releases/1.0.0/Lib.txt", record + "api\tstable\tD\n");
        _repository.Commit();
        _repository.Write("releases/1.0.0/Lib.txt", record);
        _repository.Commit();
        _repository.Pack(V10);

        Assert.Equal(
            "1 packages keep the policy for 1.1.0.",
            (await _repository.CheckAsync()).Output
        );
    }

    [Fact]
    public async Task A_deleted_record_is_found()
    {
        await _repository.ShipAsync(V10, "1.1.0");
        Directory.Delete(Path.Combine(_repository.Root, "releases", "1.0.0"), recursive: true);
        _repository.Commit();
        _repository.Pack(V10);

        await AssertFindingAsync(
            "releases/1.0.0/Lib.txt: CMN0012 a released record was edited after its release; take it back from the commit that added it"
        );
    }

    [Fact]
    public async Task A_record_that_is_slipped_into_an_old_release_is_found_committed_or_not()
    {
        await _repository.ShipAsync(V10, "1.1.0");
        _repository.Write(
            "releases/1.0.0/Other.txt",
            "# release record, schema 1\napi\tdeprecated\tD\tsince=1.0\n"
        );
        _repository.Pack(V10);
        const string finding =
            "releases/1.0.0/Other.txt: CMN0012 the file was added to a release that had been recorded without it; take it out";

        await AssertFindingAsync(finding);
        _repository.Commit();
        await AssertFindingAsync(finding);
    }

    [Fact]
    public async Task An_entry_of_the_changelog_under_a_release_that_is_out_announces_nothing()
    {
        await _repository.ShipAsync(V10, "1.1.0");
        _repository.Write("CHANGELOG.md", _repository["CHANGELOG.md"] + "\n" + Announcement);
        _repository.Pack(V11);

        await AssertFindingAsync(
            "Lib: CMN0010 'C.Old' is deprecated, but no entry under 'Deprecated' of what is not released yet in CHANGELOG.md names it in backquotes"
        );
    }

    [Fact]
    public async Task A_package_that_does_not_carry_its_list_is_found()
    {
        await ShipDeprecatedAsync();
        _repository.Write(
            "releases/exceptions.txt",
            "revoked\tapi\tD\t1.1\tit was never deprecated\n"
        );
        _repository.Pack(V11, carries: false);

        Assert.Equal(
            """
            Lib: CMN0012 releases/deprecated.Lib.txt is not in the package (buildTransitive/Lib.deprecated.txt), so that consumers would not be told what is gone; build it again with CommonReleaseRecord
            Lib: CMN0012 releases/exceptions.txt is not in the package (buildTransitive/Lib.exceptions.txt), so that consumers would not be told what is gone; build it again with CommonReleaseRecord
            Lib: CMN0012 buildTransitive/Lib.targets does not put LIBD001 into WarningsNotAsErrors, so that a minor release would break builds; build the package again with CommonLifecyclePrefix
            3 findings in 1 packages for 1.2.0.
            """,
            (await _repository.CheckAsync()).Output
        );
    }

    [Fact]
    public async Task A_package_that_carries_another_list_is_found()
    {
        await ShipDeprecatedAsync();
        const string list = "releases/deprecated.Lib.txt";
        var text = _repository[list];
        _repository.Write(
            list,
            text.Replace("since=1.1\tuse=New()", "since=9.1\tuse=New()", StringComparison.Ordinal)
        );
        _repository.Pack(V11);
        _repository.Write(list, text);

        await AssertFindingAsync(
            "Lib: CMN0012 releases/deprecated.Lib.txt is not the same in the package (buildTransitive/Lib.deprecated.txt), so that consumers would not be told what is gone; build it again with CommonReleaseRecord"
        );
    }

    [Fact]
    public async Task A_major_release_that_is_skipped_takes_nothing_away_and_demands_nothing()
    {
        await ShipDeprecatedAsync("3.0.0");
        _repository.Pack(V11);
        var kept = await _repository.CheckAsync();
        _repository.Pack(V30);

        Assert.Equal("1 packages keep the policy for 3.0.0.", kept.Output);
        await AssertFindingAsync(
            "Lib: CMN0006 'C.Old() -> void' was shipped in 1.1 and is gone: no release 2.x shipped it deprecated, which the policy promises"
        );
    }
}
