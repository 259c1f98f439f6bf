[assembly: AssemblyFixture(typeof(Common.Packages.Tests.Feeds))]

namespace Common.Packages.Tests;

/// <summary>The packed packages, once as they are and once with a publisher's prefix. Each is packed when first asked for.</summary>
public sealed class Feeds : IDisposable
{
    /// <summary>No prefix, and an organisation's.</summary>
    public static TheoryData<string> Prefixes => ["", "Acme."];

    // No cache can answer with the packages of another run, which would have the same version otherwise.
    private readonly string _label = $"test.{Guid.NewGuid():n}";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("common-packages-");
    private readonly Dictionary<string, Lazy<Task<Feed>>> _feeds;
    private readonly Lazy<Task<Feed>> _second;

    /// <summary>Prepares a folder; packs nothing yet.</summary>
    public Feeds()
    {
        _feeds = ((string[])["", "Acme."]).ToDictionary(
            prefix => prefix,
            prefix => new Lazy<Task<Feed>>(() => PackAsync(prefix, $"feed{prefix}"))
        );
        _second = new(async () =>
        {
            var folder = Path.Combine(_folder.FullName, "second");
            var sources = await Repository.CopyAsync(Path.Combine(folder, "sources"));
            return await Feed.PackAsync("", _label, folder, sources);
        });
    }

    /// <summary>The feed with the given prefix.</summary>
    internal Task<Feed> GetAsync(string prefix) => _feeds[prefix].Value;

    /// <summary>The packages without a prefix once more, from a copy of the sources in another place.</summary>
    internal Task<Feed> GetSecondAsync() => _second.Value;

    /// <summary>Removes everything that was packed.</summary>
    public void Dispose() => _folder.Delete(recursive: true);

    private Task<Feed> PackAsync(string prefix, string folder) =>
        Feed.PackAsync(prefix, _label, Path.Combine(_folder.FullName, folder), Repository.Root);
}
