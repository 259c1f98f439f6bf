using System.Diagnostics;
using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Files;
using Common.Tool.Shell;

namespace Common.Tool.Tests.Incubator;

public sealed class TransactionTests
{
    [Fact]
    public async Task Commit_leaves_the_old_or_the_new_state_wherever_it_is_killed()
    {
        var steps = 0;
        using (var whole = new TemporaryFolder())
        {
            WriteOld(whole);
            KilledRun.Change(whole.Path, _ => steps++);
            AssertNew(whole);
        }

        var (old, @new) = (0, 0);
        for (var step = 0; step < steps; step++)
        {
            using var folder = new TemporaryFolder();
            WriteOld(folder);
            var start = new ProcessStartInfo(Environment.ProcessPath!);
            start.Environment[KilledRun.Folder] = folder.Path;
            start.Environment[KilledRun.Step] = $"{step}";
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.NotEqual(0, process.ExitCode);

            Transaction.Recover(new ProjectFolder(folder.Path));

            if (File.ReadAllText(folder.File("common.json")) == "old intent\n")
            {
                AssertOld(folder);
                old++;
            }
            else
            {
                AssertNew(folder);
                @new++;
            }
        }

        Assert.True(old > 0 && @new > 0, $"{old} old and {@new} new states in {steps} kills");
    }

    [Fact]
    public async Task Open_waits_for_another_run_and_then_says_that_it_is_busy()
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        using var held = new FileStream(
            Path.Combine(scene.Service, ".common/lock"),
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None
        );

        var run = await scene.RunAsync("update", "--wait", "0");

        Assert.Equal(
            (
                6,
                "error: Another run of common is at work on this project. Wait for it, then try again."
            ),
            (run.ExitCode, run.Error)
        );
    }

    [Fact]
    public async Task Two_runs_at_once_do_one_after_the_other()
    {
        using var scene = Samples.Scene();
        scene.Module("party", modules: "\"greet\"");
        scene.WriteUpstream("party/src/Party.cs", "class Party;\n");

        var runs = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(i => Task.Run(() => scene.RunAsync("add", i % 2 == 0 ? "party" : "greet")))
        );

        Assert.All(runs, run => Assert.Equal((0, ""), (run.ExitCode, run.Error)));
        await scene.DoAsync("check");
    }

    [Fact]
    public void Recover_refuses_a_damaged_stage()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File(".common/stage"));
        File.WriteAllText(folder.File(".common/stage/0"), "half");
        File.WriteAllText(
            folder.File(".common/journal.json"),
            $$"""{ "schema": 1, "steps": [{ "path": "a/B.cs", "staged": "0", "hash": "{{new string('0', 64)}}" }] }"""
        );

        var exception = Assert.Throws<ToolException>(() =>
            Transaction.Recover(new ProjectFolder(folder.Path))
        );

        Assert.Equal(
            (
                ExitCode.Refused,
                ".common/stage/0 is damaged, so the interrupted run can't be finished. Restore the project from version control and delete .common/journal.json."
            ),
            (exception.Code, exception.Message)
        );
    }

    private static void WriteOld(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder.File("Incubator/Web"));
        Directory.CreateDirectory(folder.File(".common"));
        File.WriteAllText(folder.File("Incubator/Web/A.cs"), "old a\n");
        File.WriteAllText(folder.File("Incubator/Web/B.cs"), "old b\n");
        File.WriteAllText(folder.File("common.lock.json"), "old lock\n");
        File.WriteAllText(folder.File("common.json"), "old intent\n");
    }

    private static void AssertOld(TemporaryFolder folder) =>
        Assert.Equal(
            [
                "Incubator/Web/A.cs: old a\n",
                "Incubator/Web/B.cs: old b\n",
                "common.json: old intent\n",
                "common.lock.json: old lock\n",
            ],
            State(folder)
        );

    private static void AssertNew(TemporaryFolder folder) =>
        Assert.Equal(
            [
                "Incubator/Web/A.cs: new a\n",
                "Incubator/Web/Deep/C.cs: new c\n",
                "common.json: new intent\n",
                "common.lock.json: new lock\n",
            ],
            State(folder)
        );

    private static IEnumerable<string> State(TemporaryFolder folder) =>
        Directory
            .EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Select(file => $"{Path.GetRelativePath(folder.Path, file)}: {File.ReadAllText(file)}")
            .Order(StringComparer.Ordinal);
}
