using Common.Analyzers.Incubator;

namespace Common.Analyzers.Tests.Incubator;

/// <summary>Tests of CMN7002, CMN7003 and CMN7004.</summary>
public sealed class CopyStateTests
{
    private const string Changes =
        """{ "release": "1.0.0" }, { "release": "1.1.0", "api": ["Greeter.Greet takes a name.", "Bye is gone."] }, { "release": "2.0.0" }""";

    [Fact]
    public Task A_copy_that_is_behind_is_reported() =>
        Copies
            .Of<BehindCopyAnalyzer>(module: "[|\"greet\"|]")
            .WithAdditionalFile("module.json", Copies.Catalogue(Changes))
            .ReportsAsync(
                "The copy of 'greet' is at 1.0.0, behind by 2 releases; run: common incubator update greet"
            );

    [Fact]
    public Task A_catalogue_may_hold_comments_and_last_commas_as_for_the_tool() =>
        Copies
            .Of<BehindCopyAnalyzer>(module: "[|\"greet\"|]")
            .WithAdditionalFile(
                "module.json",
                $"/* ours */ {Copies.Catalogue(Changes)[..^"] }".Length]},], }} // the end }}"
            )
            .ReportsAsync(
                "The copy of 'greet' is at 1.0.0, behind by 2 releases; run: common incubator update greet"
            );

    [Fact]
    public Task A_file_that_a_merge_left_there_twice_is_left_to_the_tool() =>
        Copies
            .Of<IncompleteCopyAnalyzer>(
                ",\n        \"Incubator/Greet/Greeter.cs\": { \"from\": \"src/Greeter.cs\", \"base\": \"11\", \"upstream\": \"11\" }"
            )
            .ReportsAsync();

    [Fact]
    public Task A_copy_that_is_up_to_date_is_not_reported() =>
        Copies
            .Of<BehindCopyAnalyzer>()
            .WithAdditionalFile("module.json", Copies.Catalogue("""{ "release": "1.0.0" }"""))
            .ReportsAsync();

    [Fact]
    public Task Changes_of_the_API_are_told_before_the_update() =>
        Copies
            .Of<ApiAheadAnalyzer>(module: "[|[|\"greet\"|]|]")
            .WithAdditionalFile("module.json", Copies.Catalogue(Changes))
            .ReportsAsync(
                "'greet' 1.1.0 changes its API: Greeter.Greet takes a name",
                "'greet' 1.1.0 changes its API: Bye is gone"
            );

    [Fact]
    public Task A_complete_copy_is_not_reported() =>
        Copies.Of<IncompleteCopyAnalyzer>().WithSource("class C;").ReportsAsync();

    [Fact]
    public Task A_missing_file_is_reported() =>
        Copies
            .Of<IncompleteCopyAnalyzer>(
                ",\n        [|\"Incubator/Greet/Gone.cs\"|]: { \"from\": \"src/Gone.cs\", \"base\": \"00\", \"upstream\": \"00\" }"
            )
            .ReportsAsync(
                "'Incubator/Greet/Gone.cs' of the module 'greet' is missing; restore it, or record that it is not wanted: common incubator accept"
            );

    [Fact]
    public Task A_deletion_that_was_accepted_is_not_reported() =>
        Copies
            .Of<IncompleteCopyAnalyzer>(
                ",\n        \"Incubator/Greet/Gone.cs\": { \"from\": \"src/Gone.cs\", \"base\": \"00\", \"upstream\": \"00\", \"accepted\": \"deleted\", \"reason\": \"x\" }"
            )
            .ReportsAsync();

    [Fact]
    public Task A_file_that_is_not_of_the_copy_is_reported() =>
        Copies
            .Of<IncompleteCopyAnalyzer>()
            .WithSource("[||]class Mine;", "/project/Incubator/Greet/Mine.cs")
            .ReportsAsync(
                "'Mine.cs' is in the folder of the copied module 'greet', but not of it; move it elsewhere"
            );

    [Fact]
    public Task A_copy_in_another_project_is_not_reported() =>
        RoslynTest
            .Analyzer<IncompleteCopyAnalyzer>()
            .WithSource("class C;")
            .WithAdditionalFile("common.lock.json", Copies.Lock())
            .ReportsAsync();
}
