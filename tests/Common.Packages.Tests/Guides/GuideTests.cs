namespace Common.Packages.Tests.Guides;

/// <summary>Every command and every block of code of the guides.</summary>
public sealed class GuideTests(Feeds feeds)
{
    public static TheoryData<string> Guides =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "start-*.md")
                .Select(path => $"docs/{Path.GetFileName(path)}")
                .Where(guide => !IsSecondHalf(guide))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Guides))]
    public async Task A_newcomer_can_follow_the_guide(string guide)
    {
        using var reader = new GuideReader(await feeds.GetAsync(""), guide);
        await reader.FollowAsync();
    }

    private static bool IsSecondHalf(string guide) =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "start-*.md")
            .SelectMany(File.ReadLines)
            .Contains($"{GuideReader.GoesOn}{Path.GetFileName(guide)} -->");
}
