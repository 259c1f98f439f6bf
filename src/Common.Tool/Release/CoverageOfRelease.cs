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
        findings.AddRange(RecordHistory.Faults(repository));
        var version = repository.Version;
        var changelog = File.Exists(repository.Changelog)
            ? File.ReadAllLines(repository.Changelog)
            : [];
        foreach (var package in packages)
        {
            CheckPackage(package, repository, version, changelog, findings);
        }

        findings.AddRange(GonePackages(repository, packages, version));
        return new CoverageOfRelease(repository, packages, findings);
    }

    private static void CheckPackage(
        ShippedPackage package,
        ReleaseRepository repository,
        NuGetVersion version,
        string[] changelog,
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
        findings.AddRange(
            Breaches(package, policy).Select(b => new Finding(b.RuleId, package.Id, 0, b.Message))
        );
        findings.AddRange(ApiFiles.Differences(package, repository));
        findings.AddRange(DeprecatedList.Forgotten(package.Id, record, repository));
        findings.AddRange(CarriedRecord.Faults(package, repository));
        var entries = ChangelogText.Read(changelog, record.IsEmpty ? null : record.Latest);
        foreach (var item in package.Items.Where(i => i.Deprecation is not null))
        {
            var isNew = record.DeprecatedIn(item.Key) is null;
            if (entries.WhyNot(package.Names[item.Key], isNew) is { } where)
            {
                findings.Add(
                    new Finding(
                        RuleIds.ChangelogEntry,
                        package.Id,
                        0,
                        $"'{package.Names[item.Key]}' is deprecated, but no entry under 'Deprecated' {where} names it in backquotes"
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

    /// <summary>What a package would break of the policy.</summary>
    public static IEnumerable<PolicyBreach> Breaches(ShippedPackage package, LifecyclePolicy policy)
    {
        var items = package.Items.ToDictionary(i => i.Key);
        return policy
            .CheckRemovals(i =>
                items.ContainsKey(i.Key)
                || package.Implied.Contains(i.Key)
                || DeclaredShape.IsOver(i, items)
            )
            .Concat(package.Items.SelectMany(policy.CheckItem))
            .Concat(policy.CheckLimits(package.Items));
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
