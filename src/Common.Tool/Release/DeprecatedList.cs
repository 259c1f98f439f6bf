using Common.Analyzers;
using Common.Analyzers.Lifecycle.Record;

namespace Common.Tool.Release;

/// <summary>Keeps the list of all that a package ever shipped deprecated; the package carries it, so that what is removed is not forgotten.</summary>
internal static class DeprecatedList
{
    /// <summary>Adds what the coming release ships deprecated.</summary>
    public static void Extend(ShippedPackage package, ReleaseRepository repository)
    {
        var file = FileOf(package.Id, repository);
        var known = File.Exists(file)
            ? RecordFile.Read(File.ReadAllLines(file), static (_, _) => { })
            : [];
        var items = known
            .Concat(package.Items.Where(i => i.Deprecation is not null))
            .GroupBy(i => i.Key)
            .Select(g => g.Last())
            .ToList();
        if (items.Count > 0)
        {
            File.WriteAllText(file, RecordFile.Write(items));
        }
    }

    /// <summary>What the record has and the list has not: consumers would not be told of it.</summary>
    public static IEnumerable<Finding> Forgotten(
        string package,
        ReleaseRecord record,
        ReleaseRepository repository
    )
    {
        var file = FileOf(package, repository);
        var where = Path.GetRelativePath(repository.Root, file).Replace('\\', '/');
        var findings = new List<Finding>();
        var known = File.Exists(file)
            ? RecordFile.Read(
                File.ReadAllLines(file),
                (line, rule) =>
                    findings.Add(new Finding(RuleIds.InvalidRecord, where, line + 1, rule))
            )
            : [];
        var listed = known.ToDictionary(i => i.Key, i => i.Deprecation?.Since);
        return findings.Concat(
            record
                .EverDeprecated()
                .Select(i => (Item: i, Why: WhyNot(i, listed)))
                .Where(f => f.Why is not null)
                .Select(f => new Finding(
                    RuleIds.InvalidRecord,
                    where,
                    0,
                    $"'{f.Item}' was shipped deprecated, and the list {f.Why}; take the file back from the release"
                ))
        );
    }

    // A later release in the list would keep what is removed from being told.
    private static string? WhyNot(RecordItem item, Dictionary<(string, string), string?> listed) =>
        !listed.TryGetValue(item.Key, out var since) ? "does not have it"
        : since != item.Deprecation!.Since
            ? $"says since {since} instead of {item.Deprecation.Since}"
        : null;

    /// <summary>The name of the file, beside the releases.</summary>
    public static string NameOf(string package) => $"deprecated.{package}.txt";

    private static string FileOf(string package, ReleaseRepository repository) =>
        Path.Combine(repository.Releases, NameOf(package));
}
