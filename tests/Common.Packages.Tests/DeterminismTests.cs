namespace Common.Packages.Tests;

/// <summary>Whoever builds a commit gets what we published.</summary>
public sealed class DeterminismTests(Feeds feeds)
{
    [Fact]
    public async Task Two_builds_in_two_places_have_the_same_contents()
    {
        var first = await feeds.GetAsync("");
        var second = await feeds.GetSecondAsync();
        List<string> different = [];
        foreach (var package in first.Packages())
        {
            var other = second.Packages().Single(p => p.Id == package.Id);
            different.AddRange(Different(package, other));
            if (package.Symbols is { } symbols)
                different.AddRange(Different(symbols, other.Symbols!));
        }
        Assert.Empty(different);
    }

    private static IEnumerable<string> Different(PackageFile one, PackageFile other)
    {
        Assert.Equal(one.Files, other.Files);
        return one
            .Files.Where(f => !one.Read(f).AsSpan().SequenceEqual(other.Read(f)))
            .Select(f => $"{one.Id}: {f}");
    }
}
