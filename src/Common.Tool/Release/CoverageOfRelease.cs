using Common.Analyzers;
using Common.Analyzers.Lifecycle.Author;
using Common.Analyzers.Lifecycle.Record;
using NuGet.Versioning;

namespace Common.Tool.Release;

/// <summary>A coming release: its packages, and all that they would break of the policy.</summary>
/// <remarks>It looks at the built packages and the record alone, so that nothing suppressed in a build is hidden from it.</remarks>
internal sealed record CoverageOfRelease(
    ReleaseRepository Repository,
    IReadOnlyList<ShippedPackage> Packages,
    IReadOnlyList<Finding> Findings
)
{
    /// <summary>Reads and checks.</summary>
    public static CoverageOfRelease Read(ReleaseRepository repository, string folder)
    {
        var packages = PackageReader.ReadAll(folder, repository.Root);
        var findings = new List<Finding>();
        findings.AddRange(RecordHistory.Edited(repository));
        var version = repository.Version;
        var names = File.Exists(repository.Changelog)
            ? ChangelogText.Names(File.ReadAllLines(repository.Changelog))
            : [];
        foreach (var package in packages)
        {
            CheckPackage(package, repository, version, names, findings);
        }

        findings.AddRange(GonePackages(repository, packages, version));
        return new CoverageOfRelease(repository, packages, findings);
    }

    private static void CheckPackage(
        ShippedPackage package,
        ReleaseRepository repository,
        NuGetVersion version,
        HashSet<string> names,
        List<Finding> findings
    )
    {
        if (NuGetVersion.Parse(package.Version).Version != version.Version)
        {
            findings.Add(
                new Finding(
                    RuleIds.InvalidRecord,
                    package.Id,
                    0,
                    $"the package is version {package.Version}, the release is {version}"
                )
            );
        }

        var record = repository.ReadRecord(package.Id, findings);
        var current = new Analyzers.Lifecycle.Release(version.Major, version.Minor);
        var policy = new LifecyclePolicy(record, current);
        var items = package.Items.ToDictionary(i => i.Key);
        var breaches = policy
            .CheckRemovals(i => items.ContainsKey(i.Key) || DeclaredShape.IsOver(i, items))
            .Concat(package.Items.SelectMany(policy.CheckItem))
            .Concat(policy.CheckLimits(package.Items));
        findings.AddRange(breaches.Select(b => new Finding(b.RuleId, package.Id, 0, b.Message)));
        findings.AddRange(ApiFiles.Differences(package, repository));
        findings.AddRange(DeprecatedList.Forgotten(package.Id, record, repository));
        foreach (var item in package.Items.Where(i => i.Deprecation is not null))
        {
            if (!names.Contains(package.Names[item.Key]))
            {
                findings.Add(
                    new Finding(
                        RuleIds.ChangelogEntry,
                        package.Id,
                        0,
                        $"'{package.Names[item.Key]}' is deprecated, but no entry under 'Deprecated' in CHANGELOG.md names it in backquotes"
                    )
                );
            }

            if (item.Deprecation is { Replacement: null, Reason: null })
            {
                findings.Add(
                    new Finding(
                        RuleIds.Replacement,
                        package.Id,
                        0,
                        $"'{item}': name a replacement, or say in Reason why there is none"
                    )
                );
            }
        }
    }

    // A package that is not built any more takes all that it has with it: each item must be due.
    private static IEnumerable<Finding> GonePackages(
        ReleaseRepository repository,
        IReadOnlyList<ShippedPackage> packages,
        NuGetVersion version
    )
    {
        var last = repository.VersionFolders().LastOrDefault();
        var shipped = last is null
            ? []
            : Directory.GetFiles(last, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f));
        foreach (var package in shipped.Where(s => packages.All(p => p.Id != s)))
        {
            var findings = new List<Finding>();
            var policy = new LifecyclePolicy(
                repository.ReadRecord(package, findings),
                new Analyzers.Lifecycle.Release(version.Major, version.Minor)
            );
            if (policy.CheckRemovals(static _ => false).Any())
            {
                yield return new Finding(
                    RuleIds.RemovedTooEarly,
                    package,
                    0,
                    $"the package was shipped in {Path.GetFileName(last)} and is not among the built packages; it may go when all that it ships is due"
                );
            }
        }
    }
}
