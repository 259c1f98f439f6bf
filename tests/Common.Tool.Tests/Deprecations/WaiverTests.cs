namespace Common.Tool.Tests.Deprecations;

/// <summary>A waiver silences what it names until its day, and is never forgotten.</summary>
public sealed class WaiverTests
{
    private const string Old = "static Lib.Stock.Old(string! sku) -> int";

    [Theory]
    [InlineData("2026-11-22", null)]
    [InlineData("2027-01-31", null)]
    [InlineData(
        "2026-11-21",
        "warning: the waiver of team-a for static Lib.Stock.Old(string! sku) -> int expired on 2026-11-21"
    )]
    public async Task It_holds_to_the_end_of_its_day(string day, string? warning)
    {
        using var scene = Scene();
        scene.Write("services/deprecations.waivers.json", File(Waiver(Old, day)));

        var run = await scene.ReportAsync("--fail-on", "deprecated");

        Assert.Equal(warning ?? "", run.Error);
        Assert.Equal(warning is null ? 0 : 1, run.ExitCode);
        Assert.Contains(
            warning is null ? $"waived by team-a until {day}: no time" : "0 waived",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("\"files\": \"Shop/*\"", 0)]
    [InlineData("\"files\": \"Shop/Other.cs\"", 1)]
    public async Task It_holds_for_the_files_that_it_names(string files, int code)
    {
        using var scene = Scene();
        scene.Write("w.json", File(Waiver(Old, "2027-01-31", files)));

        var run = await scene.ReportAsync(
            "--fail-on",
            "deprecated",
            "--waivers",
            scene.PathOf("w.json")
        );

        Assert.Equal(code, run.ExitCode);
    }

    [Fact]
    public async Task One_that_covers_nothing_is_named()
    {
        using var scene = Scene();
        scene.Write("services/deprecations.waivers.json", File(Waiver("event:a.b", "2027-01-31")));

        var run = await scene.ReportAsync();

        Assert.Equal(
            "warning: the waiver of team-a for event:a.b covers nothing: take it out",
            run.Error
        );
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_file_is_said_at_once()
    {
        using var scene = Scene();
        scene.Write(
            "w.json",
            """
            { // ours
              "schema": 2,
              "waivers": [
                { "use": "a", "owner": "", "expires": "2027-01-31" },
                { "use": "a", "owner": "b", "reason": "c", "expires": "31.1.2027" },
                { "use": "a", "owner": "b", "reason": "c", "expires": "2027-01-31", "until": "d" },
              ],
              "more": {}
            }
            """
        );

        var run = await scene.ReportAsync("--waivers", scene.PathOf("w.json"));

        Assert.Equal(3, run.ExitCode);
        var file = scene.PathOf("w.json");
        Assert.Equal(
            $"""
            error: {file}(4): the waiver has no owner, no reason
            {file}(5): 'expires' is "31.1.2027"; write a day such as 2027-03-31
            {file}(6): 'until' is not one of use, files, owner, reason and expires, each a string
            {file}(8): 'more' is not known; write 'schema' and 'waivers'
            {file}(1): 'schema' must be 1, which is all that this version reads
            """,
            run.Error
        );
    }

    [Theory]
    [InlineData("[]", "(1): StartObject is expected here, and it is StartArray")]
    [InlineData("{\"waivers\": [ 1 ]}", "(1): a waiver is an object")]
    [InlineData("{\n\"waivers\": [", "(2): ")]
    [InlineData("", "(1): ")]
    public async Task A_file_of_another_shape_is_an_error_with_its_line(string text, string message)
    {
        using var scene = Scene();
        scene.Write("w.json", text);

        var run = await scene.ReportAsync("--waivers", scene.PathOf("w.json"));

        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith(
            $"error: {scene.PathOf("w.json")}{message}",
            run.Error,
            StringComparison.Ordinal
        );
    }

    private static ConsumerScene Scene()
    {
        var scene = new ConsumerScene("1.1", Packages.Deprecating);
        scene.Code("static class C { static int A() => Lib.Stock.Old(\"a\"); }");
        return scene;
    }

    private static string File(string waiver) =>
        "{ \"schema\": 1, \"waivers\": [ " + waiver + " ] }";

    private static string Waiver(
        string use,
        string expires,
        string more = "\"owner\": \"team-a\""
    ) =>
        $$"""
            { "use": "{{use}}", "owner": "team-a", "reason": "no time", "expires": "{{expires}}", {{more}} }
            """;
}
