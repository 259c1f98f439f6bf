namespace Common.Tool.Tests.Release;

/// <summary>Tests of the sixth surface: the incubator's modules in the record.</summary>
public sealed class ModuleTests : IDisposable
{
    private const string Library = "public static class C;";

    private const string Incubating = """{ "name": "web", "stage": "incubating" }""";

    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_module_is_recorded_with_its_stage()
    {
        await ShipAsync(Incubating, "2.0.0");

        Assert.Equal(
            "# release record, schema 1\nmodule\tincubating\tweb\n",
            _repository["releases/1.0.0/Lib.Tool.txt"]
        );

        _repository.Announce("### Deprecated\n\n- `incubator/web`. Use Lib.Web.");
        await ShipAsync(Graduated("2.0.0"), "3.0.0");

        Assert.Equal(
            "# release record, schema 1\nmodule\tdeprecated\tweb\tsince=2.0\tuse=Lib.Web\n",
            _repository["releases/2.0.0/Lib.Tool.txt"]
        );
    }

    [Fact]
    public async Task An_incubating_module_may_be_dropped()
    {
        await ShipAsync(Incubating, "1.1.0");
        Pack("""{ "name": "other", "stage": "incubating" }""");

        Assert.Equal(
            "2 packages keep the policy for 1.1.0.",
            (await _repository.CheckAsync()).Output
        );
    }

    [Fact]
    public async Task A_graduated_module_is_kept_through_the_next_release()
    {
        _repository.Announce("### Deprecated\n\n- `incubator/web`. Use Lib.Web.");
        await ShipAsync(Graduated("1.0.0"), "2.0.0");
        Pack("""{ "name": "other", "stage": "incubating" }""");

        await AssertFindingAsync(
            "Lib.Tool: CMN0006 'module web' was shipped in 1.0 and is gone: it was shipped deprecated in 1.0, so that it may be removed in 3.0"
        );
    }

    [Fact]
    public async Task A_graduation_is_announced_and_is_not_moved()
    {
        _repository.Announce("### Deprecated\n\n- `incubator/web`. Use Lib.Web.");
        await ShipAsync(Graduated("1.0.0"), "2.0.0");
        Pack(Graduated("2.0.0"));

        await AssertFindingAsync(
            "Lib.Tool: CMN0008 'module web': the first release that shipped it deprecated is 1.0; since can't say 2.0"
        );

        _repository.Write(
            "CHANGELOG.md",
            _repository["CHANGELOG.md"]
                .Replace("`incubator/web`", "the module", StringComparison.Ordinal)
        );
        Pack(Graduated("1.0.0"));

        await AssertFindingAsync(
            "Lib.Tool: CMN0010 'incubator/web' is deprecated, but no entry under 'Deprecated' in CHANGELOG.md names it in backquotes"
        );
    }

    [Fact]
    public async Task A_module_that_can_not_be_read_is_an_error()
    {
        Pack("{ ");

        var run = await _repository.CheckAsync();

        Assert.StartsWith(
            "error: Lib.Tool: a module.json can't be read: ",
            run.Error,
            StringComparison.Ordinal
        );
    }

    private static string Graduated(string release) =>
        $$"""
            { "name": "web", "stage": "graduated", "graduated": { "release": "{{release}}", "package": "Lib.Web" } }
            """;

    private void Pack(string module)
    {
        _repository.Pack(Library);
        _repository.PackModule(module);
    }

    private async Task ShipAsync(string module, string next)
    {
        if (!_repository["CHANGELOG.md"].Contains("- next", StringComparison.Ordinal))
        {
            _repository.Announce("### Changed\n\n- next");
        }

        Pack(module);
        _repository.Commit();
        var run = await _repository.ShipAsync(next);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        _repository.Commit();
    }

    private async Task AssertFindingAsync(string finding)
    {
        var run = await _repository.CheckAsync();
        Assert.Contains(finding, run.Output, StringComparison.Ordinal);
        Assert.Equal(1, run.ExitCode);
    }
}
