using Common.Analyzers;
using Common.Analyzers.Lifecycle.Record;

namespace Common.Tool.Release;

/// <summary>Finds what a package does not bring to its consumers: the record of what is gone, and the IDs that break no build.</summary>
internal static class CarriedRecord
{
    /// <summary>What is missing, or is not as the repository has it.</summary>
    public static IEnumerable<Finding> Faults(ShippedPackage package, ReleaseRepository repository)
    {
        // A tool has no consumers that build against it.
        if (!package.IsLibrary)
        {
            yield break;
        }

        var list = Fault(package, repository, DeprecatedList.NameOf(package.Id), ".deprecated.txt");
        var exceptions = Fault(
            package,
            repository,
            RecordException.FileName,
            RecordException.CarriedEnd
        );
        foreach (var fault in new[] { list, exceptions }.OfType<string>())
        {
            yield return Finding(package, fault);
        }

        foreach (var fault in TargetsFaults(package, repository))
        {
            yield return Finding(package, fault);
        }
    }

    private static string? Fault(
        ShippedPackage package,
        ReleaseRepository repository,
        string name,
        string end
    )
    {
        var file = Path.Combine(repository.Releases, name);
        if (!File.Exists(file))
        {
            return null;
        }

        var carried = package.Id + end;
        var why =
            !package.BuildFiles.TryGetValue(carried, out var text) ? "is not in the package"
            : text.ReplaceLineEndings("\n") != File.ReadAllText(file).ReplaceLineEndings("\n")
                ? "is not the same in the package"
            : null;
        return why is null
            ? null
            : $"releases/{name} {why} (buildTransitive/{carried}), so that consumers would not be told what is gone; build it again with CommonReleaseRecord";
    }

    private static IEnumerable<string> TargetsFaults(
        ShippedPackage package,
        ReleaseRepository repository
    )
    {
        var name = package.Id + ".targets";
        var targets = package.BuildFiles.GetValueOrDefault(name, "");
        foreach (var end in new[] { ".deprecated.txt", RecordException.CarriedEnd })
        {
            if (
                package.BuildFiles.ContainsKey(package.Id + end)
                && !targets.Contains("*" + end, StringComparison.Ordinal)
            )
            {
                yield return $"buildTransitive/{name} does not hand {package.Id + end} to the consumer's build; build the package again with CommonLifecycle";
            }
        }

        var ids = targets
            .Split([';', '<', '>', ' ', '\n'], StringSplitOptions.TrimEntries)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var id in package
                .Items.Select(i => i.Id)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Where(i => !ids.Contains(i))
                .Order(StringComparer.Ordinal)
        )
        {
            yield return $"buildTransitive/{name} does not put {id} into WarningsNotAsErrors, so that a minor release would break builds; build the package again with CommonLifecyclePrefix";
        }
    }

    private static Finding Finding(ShippedPackage package, string fault) =>
        new(RuleIds.InvalidRecord, package.Id, 0, fault);
}
