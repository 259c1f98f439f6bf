namespace Common.Analyzers.Lifecycle.Record;

/// <summary>What the releases of one package shipped, in order.</summary>
internal sealed class ReleaseRecord
{
    private readonly List<(
        Release Version,
        Dictionary<(string, string), RecordItem> Items
    )> _releases;
    private readonly IReadOnlyList<RecordException> _exceptions;

    public ReleaseRecord(
        IEnumerable<(Release Version, IReadOnlyList<RecordItem> Items)> releases,
        IReadOnlyList<RecordException> exceptions
    )
    {
        _releases =
        [
            .. releases
                .OrderBy(r => r.Version.Major)
                .ThenBy(r => r.Version.Minor)
                .Select(r => (r.Version, r.Items.ToDictionary(i => i.Key))),
        ];
        _exceptions = exceptions;
    }

    /// <summary>Whether nothing was released yet.</summary>
    public bool IsEmpty => _releases.Count == 0;

    /// <summary>The last release.</summary>
    public Release Latest => _releases[_releases.Count - 1].Version;

    /// <summary>What the last release shipped.</summary>
    public IEnumerable<RecordItem> LatestItems => _releases[_releases.Count - 1].Items.Values;

    /// <summary>What the last release said of an item, if it had it.</summary>
    public RecordItem? InLatest((string, string) key) =>
        !IsEmpty && _releases[_releases.Count - 1].Items.TryGetValue(key, out var item)
            ? item
            : null;

    /// <summary>The API of the last release that a limit or a trait belongs to: its name begins with that one's line.</summary>
    public RecordItem? OwnerInLatest(RecordItem item)
    {
        for (var end = item.Name.IndexOf(' '); end >= 0; end = item.Name.IndexOf(' ', end + 1))
        {
            if (InLatest((RecordItem.Api, item.Name.Substring(0, end))) is { } owner)
            {
                return owner;
            }
        }

        return null;
    }

    /// <summary>The release that first shipped the deprecation that still holds in the last one.</summary>
    public Release? DeprecatedIn((string Surface, string Name) key)
    {
        Release? first = null;
        foreach (var (version, items) in _releases)
        {
            var isDeprecated = items.TryGetValue(key, out var item) && item.Deprecation is not null;
            first = isDeprecated ? first ?? version : null;
        }

        return first;
    }

    /// <summary>Whether a release of a major version between two others shipped an item deprecated.</summary>
    public bool WasDeprecatedBetween(int first, int last, (string, string) key) =>
        _releases.Any(r =>
            r.Version.Major > first
            && r.Version.Major < last
            && r.Items.TryGetValue(key, out var item)
            && item.Deprecation is not null
        );

    /// <summary>All that a release ever shipped deprecated, each thing once, as the last of them said it.</summary>
    public IEnumerable<RecordItem> EverDeprecated() =>
        _releases
            .SelectMany(r => r.Items.Values)
            .Where(i => i.Deprecation is not null)
            .GroupBy(i => i.Key)
            .Select(g => g.Last());

    /// <summary>All that releases shipped and the last one does not have, with the release that removed it.</summary>
    public IEnumerable<(RecordItem Last, Release RemovedIn)> Removed()
    {
        for (var i = 1; i < _releases.Count; i++)
        {
            foreach (var item in _releases[i - 1].Items)
            {
                if (_releases.Skip(i).All(r => !r.Items.ContainsKey(item.Key)))
                {
                    yield return (item.Value, _releases[i].Version);
                }
            }
        }
    }

    /// <summary>Whether a reviewed exception of a kind is recorded for an item in a release.</summary>
    public bool HasException(string kind, (string Surface, string Name) key, Release release) =>
        _exceptions.Any(e =>
            e.Kind == kind && e.Surface == key.Surface && e.Name == key.Name && e.In == release
        );
}
