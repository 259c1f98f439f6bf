using Common.Analyzers;
using Common.Analyzers.Lifecycle.PublicApi;
using Common.Analyzers.Lifecycle.Record;

namespace Common.Tool.Release;

/// <summary>Compares the files of the public API with the built package, and moves what is unshipped on.</summary>
internal static class ApiFiles
{
    private const string Header = "#nullable enable";
    private const string Removed = "*REMOVED*";
    private const string Shipped = "PublicAPI.Shipped.txt";
    private const string Unshipped = "PublicAPI.Unshipped.txt";

    /// <summary>What one has and the other has not.</summary>
    public static IEnumerable<Finding> Differences(
        ShippedPackage package,
        ReleaseRepository repository
    )
    {
        var faults = Faults(package.Id, repository).ToList();
        foreach (var fault in faults)
        {
            yield return fault;
        }

        // What can't be read says nothing of what is missing.
        if (faults.Count > 0 || Read(package.Id, repository) is not { } listed)
        {
            yield break;
        }

        var built = package
            .Items.Where(i => i.Surface == RecordItem.Api)
            .Select(i => i.Name)
            .ToHashSet(StringComparer.Ordinal);
        if (!HasHeader(package.Id, repository) && built.Any(IsAnnotated))
        {
            yield return new Finding(
                RuleIds.InvalidApiFile,
                package.Id,
                0,
                $"the first line of {Shipped} must be '{Header}', since the API has nullable annotations"
            );
            yield break;
        }

        foreach (var name in built.Except(listed).Order(StringComparer.Ordinal))
        {
            yield return new Finding(
                RuleIds.UndeclaredApi,
                package.Id,
                0,
                $"'{name}' is in the package and in neither {Shipped} nor {Unshipped}"
            );
        }

        foreach (
            var name in listed
                .Except(built)
                .Where(n => !ApiName.IsOfExtensionBlock(n))
                .Order(StringComparer.Ordinal)
        )
        {
            yield return new Finding(
                RuleIds.GoneApi,
                package.Id,
                0,
                $"'{name}' is recorded as public API, but the package does not have it"
            );
        }
    }

    /// <summary>Moves what is unshipped into what is shipped.</summary>
    public static void Ship(string package, ReleaseRepository repository)
    {
        if (
            Read(package, repository) is not { } listed
            || repository.ApiFile(package, Shipped) is not { } shipped
            || repository.ApiFile(package, Unshipped) is not { } unshipped
        )
        {
            return;
        }

        var sorted = listed
            .OrderBy(l => l, StringComparer.OrdinalIgnoreCase)
            .ThenBy(l => l, StringComparer.Ordinal);
        File.WriteAllText(shipped, string.Join('\n', [Header, .. sorted]) + "\n");
        File.WriteAllText(unshipped, Header + "\n");
    }

    private static HashSet<string>? Read(string package, ReleaseRepository repository)
    {
        if (
            repository.ApiFile(package, Shipped) is not { } shipped
            || repository.ApiFile(package, Unshipped) is not { } unshipped
        )
        {
            return null;
        }

        var lines = File.ReadAllLines(shipped).Concat(File.ReadAllLines(unshipped)).ToList();
        var removed = lines
            .Where(l => l.StartsWith(Removed, StringComparison.Ordinal))
            .Select(l => l[Removed.Length..])
            .ToHashSet(StringComparer.Ordinal);
        return lines
            .Where(l => l.Length > 0 && l[0] is not ('#' or '*') && !removed.Contains(l))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static bool HasHeader(string package, ReleaseRepository repository) =>
        new[] { Shipped, Unshipped }
            .Select(n => repository.ApiFile(package, n))
            .OfType<string>()
            .Any(f => File.ReadLines(f).FirstOrDefault() == Header);

    private static bool IsAnnotated(string name) =>
        name[0] == '~' || name.Contains('!', StringComparison.Ordinal);

    private static IEnumerable<Finding> Faults(string package, ReleaseRepository repository)
    {
        foreach (var name in new[] { Shipped, Unshipped })
        {
            if (repository.ApiFile(package, name) is not { } file)
            {
                continue;
            }

            var lines = File.ReadAllLines(file);
            for (var i = 0; i < lines.Length; i++)
            {
                var rule =
                    RecordFile.IsConflict(lines[i]) ? "a merge conflict is not resolved"
                    : lines[i] == Header && i > 0 ? $"'{Header}' must be the first line"
                    : lines[i] is ['\uFEFF', ..]
                        ? "a byte order mark may stand at the start of the file only"
                    : null;
                if (rule is not null)
                {
                    var where = Path.GetRelativePath(repository.Root, file).Replace('\\', '/');
                    yield return new Finding(RuleIds.InvalidApiFile, where, i + 1, rule);
                }
            }
        }
    }
}
