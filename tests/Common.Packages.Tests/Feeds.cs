[assembly: AssemblyFixture(typeof(Common.Packages.Tests.Feeds))]

namespace Common.Packages.Tests;

/// <summary>The packed packages, once as they are and once with a publisher's prefix. Each is packed when first asked for.</summary>
public sealed class Feeds : IDisposable
{
    /// <summary>No prefix, and an organisation's.</summary>
    public static TheoryData<string> Prefixes => ["", "Acme."];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("common-packages-");
    private readonly Dictionary<string, Lazy<Task<Feed>>> _feeds;

    /// <summary>Prepares a folder; packs nothing yet.</summary>
    public Feeds() =>
        _feeds = ((string[])["", "Acme."]).ToDictionary(
            prefix => prefix,
            prefix => new Lazy<Task<Feed>>(() =>
                Feed.PackAsync(prefix, Path.Combine(_folder.FullName, $"feed{prefix}"))
            )
        );

    /// <summary>The feed with the given prefix.</summary>
    internal Task<Feed> GetAsync(string prefix) => _feeds[prefix].Value;

    /// <summary>Removes everything that was packed.</summary>
    public void Dispose() => _folder.Delete(recursive: true);
}
