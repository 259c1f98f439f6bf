using Common.Analyzers.Lifecycle.Record;

namespace Common.Tool.Release;

/// <summary>Keeps the list of all that a package ever shipped deprecated; the package carries it, so that what is removed is not forgotten.</summary>
internal static class DeprecatedList
{
    /// <summary>Adds what the coming release ships deprecated.</summary>
    public static void Extend(ShippedPackage package, ReleaseRepository repository)
    {
        var file = Path.Combine(repository.Releases, $"deprecated.{package.Id}.txt");
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
}
