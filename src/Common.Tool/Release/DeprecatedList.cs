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
        var keys = known.Select(i => i.Key).ToHashSet();
        return findings.Concat(
            record
                .EverDeprecated()
                .Where(i => !keys.Contains(i.Key))
                .Select(i => new Finding(
                    RuleIds.InvalidRecord,
                    where,
                    0,
                    $"'{i}' was shipped deprecated, and the list does not have it; take the file back from the release"
                ))
        );
    }

    private static string FileOf(string package, ReleaseRepository repository) =>
        Path.Combine(repository.Releases, $"deprecated.{package}.txt");
}
