namespace Common.Tool.Tests.Baseline;

/// <summary>Tests of <c>common baseline write</c>.</summary>
public sealed class BaselineWriteTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("baseline-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Findings_are_counted_by_rule_and_file()
    {
        var run = await WriteAsync(
            $$"""
            { "runs": [ { "results": [
              {{Result("CMN4001", "Time/Clock.cs")}},
              {{Result("CMN4001", "Time/Clock.cs")}},
              {{Result("CMN3001", "A.cs")}},
              {{Result("CA1822", "A.cs")}},
              {{Result("CMN4001", "../Other/B.cs")}},
              {{Result("CMN4001", "A.cs", ", \"suppressions\": [ { \"kind\": \"inSource\" } ]")}},
              {{Result(
                "CMN4002",
                "A.cs",
                ", \"suppressions\": [ { \"kind\": \"inSource\", \"justification\": \"common.baseline.txt has it\" } ]"
            )}},
              { "ruleId": "CMN0012" }
            ] } ] }
            """
        );

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            "CMN3001\tA.cs\t1\nCMN4001\tTime/Clock.cs\t2\nCMN4002\tA.cs\t1\n",
            await File.ReadAllTextAsync(
                Path.Combine(_folder.FullName, "common.baseline.txt"),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(
            $"4 findings in 3 lines of {Path.Combine(_folder.FullName, "common.baseline.txt")}.",
            run.Output
        );
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task Another_file_is_refused(string log)
    {
        var run = await WriteAsync(log);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            $"error: {Path.Combine(_folder.FullName, "build.sarif")} is not a SARIF 2.1 log of a build; write one with -p:ErrorLog=build.sarif%2Cversion=2.1.",
            run.Error
        );
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_refused()
    {
        var folder = Path.Combine(_folder.FullName, "none");

        var run = await ToolRun.RunAsync(
            "baseline",
            "write",
            "--sarif",
            "build.sarif",
            "--project",
            folder
        );

        Assert.Equal(3, run.ExitCode);
        Assert.Equal($"error: There is no project's folder at {folder}.", run.Error);
    }

    private string Result(string rule, string path, string more = "") =>
        $$"""
            { "ruleId": "{{rule}}", "locations": [ { "physicalLocation": { "artifactLocation":
              { "uri": "{{new Uri(
                Path.GetFullPath(path, _folder.FullName)
            ).AbsoluteUri}}" } } } ]{{more}} }
            """;

    private async Task<ToolRun> WriteAsync(string log)
    {
        var file = Path.Combine(_folder.FullName, "build.sarif");
        await File.WriteAllTextAsync(file, log, TestContext.Current.CancellationToken);
        return await ToolRun.RunAsync(
            "baseline",
            "write",
            "--sarif",
            file,
            "--project",
            _folder.FullName
        );
    }
}
