using System.Diagnostics;
using System.Globalization;
using Common.Tool.Incubator.Merging;

namespace Common.Tool.Tests.Incubator;

public sealed class ThreeWayMergeTests
{
    /// <summary>How many random merges are compared with git's: 10,000 in the full run.</summary>
    private static int Merges =>
        int.TryParse(
            Environment.GetEnvironmentVariable("COMMON_MERGE_FUZZ"),
            CultureInfo.InvariantCulture,
            out var count
        )
            ? count
            : 150;

    public static TheoryData<string, string, string, string> Clean =>
        new()
        {
            { "a b c", "a b c", "a b c", "a b c" },
            { "a b c d e", "A b c d e", "a b c d E", "A b c d E" },
            { "a b c", "a x b c", "a b c y", "a x b c y" },
            { "a b c d e", "a d e", "a b c d E", "a d E" },
            { "a b c", "a X c", "a X c", "a X c" },
            { "", "", "a", "a" },
            { "a", "", "a", "" },
        };

    [Theory]
    [MemberData(nameof(Clean))]
    public void Merge_takes_changes_of_both_sides(
        string pristine,
        string ours,
        string theirs,
        string expected
    )
    {
        var merge = ThreeWayMerge.Merge(Text(pristine), Text(ours), Text(theirs), "x");

        Assert.Equal((Text(expected), 0), (merge.Text, merge.Conflicts));
    }

    [Theory]
    [InlineData("a b c", "a X c", "a Y c", "a\n<<<<<<< yours\nX\n=======\nY\n>>>>>>> web 2\nc\n")]
    [InlineData("a b", "a x b", "a y b", "a\n<<<<<<< yours\nx\n=======\ny\n>>>>>>> web 2\nb\n")]
    [InlineData(
        "a b c d",
        "a X c d",
        "a b Y d",
        "a\n<<<<<<< yours\nX\nc\n=======\nb\nY\n>>>>>>> web 2\nd\n"
    )]
    [InlineData(
        "a b c",
        "a p X q c",
        "a p Y q c",
        "a\np\n<<<<<<< yours\nX\n=======\nY\n>>>>>>> web 2\nq\nc\n"
    )]
    public void Merge_marks_what_both_sides_changed(
        string pristine,
        string ours,
        string theirs,
        string expected
    )
    {
        var merge = ThreeWayMerge.Merge(Text(pristine), Text(ours), Text(theirs), "web 2");

        Assert.Equal((expected, 1), (merge.Text, merge.Conflicts));
        Assert.True(ConflictMarkers.AreIn(merge.Text));
        Assert.Equal(Text(ours), ConflictMarkers.Settle(merge.Text, Favour.Ours));
        Assert.Equal(Text(theirs), ConflictMarkers.Settle(merge.Text, Favour.Theirs));
    }

    [Fact]
    public async Task Merge_agrees_with_git_wherever_both_are_clean()
    {
        var random = new Random(20261122);
        using var folder = new TemporaryFolder();
        var compared = 0;
        for (var i = 0; i < Merges; i++)
        {
            var pristine = RandomFile(random);
            var ours = Edited(random, pristine);
            var theirs = Edited(random, pristine);
            var merge = ThreeWayMerge.Merge(Join(pristine), Join(ours), Join(theirs), "x");
            var (clean, text) = await GitAsync(folder, Join(pristine), Join(ours), Join(theirs));
            if (clean && merge.Conflicts == 0)
            {
                compared++;
                Assert.True(
                    text == merge.Text,
                    $"merge {i} of seed 20261122 differs from git's:\n--- base\n{Join(pristine)}--- ours\n{Join(ours)}--- theirs\n{Join(theirs)}--- git\n{text}--- we\n{merge.Text}"
                );
            }
        }

        Assert.True(
            compared > Merges / 4,
            $"only {compared} of {Merges} merges were clean in both"
        );
    }

    private static string Text(string words) =>
        words.Length == 0 ? "" : words.Replace(' ', '\n') + "\n";

    private static string Join(List<string> lines) =>
        string.Concat(lines.Select(line => line + "\n"));

    // Lines of code repeat: braces and empty lines are where alignments differ.
    private static string Line(Random random) =>
        random.Next(4) switch
        {
            0 => "",
            1 => random.Next(2) == 0 ? "{" : "}",
            _ => $"line {random.Next(200)}",
        };

    private static List<string> RandomFile(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => Line(random))];

    private static List<string> Edited(Random random, List<string> pristine)
    {
        var result = new List<string>(pristine);
        for (var edit = random.Next(4); edit > 0; edit--)
        {
            var at = random.Next(result.Count + 1);
            var count = Math.Min(random.Next(4), result.Count - at);
            result.RemoveRange(at, count);
            result.InsertRange(at, Enumerable.Range(0, random.Next(4)).Select(_ => Line(random)));
        }

        return result;
    }

    private static async Task<(bool Clean, string Text)> GitAsync(
        TemporaryFolder folder,
        string pristine,
        string ours,
        string theirs
    )
    {
        await File.WriteAllTextAsync(folder.File("base"), pristine);
        await File.WriteAllTextAsync(folder.File("ours"), ours);
        await File.WriteAllTextAsync(folder.File("theirs"), theirs);
        var start = new ProcessStartInfo(
            "git",
            ["merge-file", "-p", folder.File("ours"), folder.File("base"), folder.File("theirs")]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(start)!;
        var text = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        return (git.ExitCode == 0, text);
    }
}
