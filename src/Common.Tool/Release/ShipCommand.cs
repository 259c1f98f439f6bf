using System.CommandLine;
using System.Globalization;
using Common.Analyzers.Lifecycle.Record;
using Common.Tool.Shell;
using NuGet.Versioning;

namespace Common.Tool.Release;

/// <summary><c>common release ship</c>: records what a release ships, and moves on to the next version.</summary>
internal static class ShipCommand
{
    private const string VersionName = "version";
    private const string NextName = "--next";
    private const string DateName = "--date";

    /// <summary>Makes the command.</summary>
    public static Command Create() =>
        new ToolCommand(
            "ship",
            "Checks the coming release, records what it ships, stamps the changelog, and sets the next version.",
            "common release ship 1.2.0",
            "common release ship 1.2.0 --packages artifacts --next 2.0.0"
        )
        {
            new Argument<string?>(VersionName)
            {
                Description =
                    "The release that is meant: the version of eng/Version.props, and nothing is done if that is another one.",
                Arity = ArgumentArity.ZeroOrOne,
            },
            ReleaseOptions.Packages(),
            ReleaseOptions.Root(),
            new Option<string?>(NextName)
            {
                Description = "The version after this one; the next minor version by default.",
            },
            new Option<string?>(DateName)
            {
                Description = "The day of the release, as year-month-day; today by default.",
            },
        }.Runs(Run);

    private static ExitCode Run(ParseResult parse, ToolConsole console)
    {
        var release = ReleaseOptions.Open(parse);
        var repository = release.Repository;
        var version = repository.Version;
        var next = Next(parse.GetValue<string?>(NextName), version);
        var date = Date(parse.GetValue<string?>(DateName));
        if (release.Findings.Count > 0)
        {
            CheckCommand.Report(console, release);
            return ExitCode.Refused;
        }

        Refuse(repository, version, date);
        RefuseOtherVersions(release, parse.GetValue<string?>(VersionName));
        var folder = Path.Combine(repository.Releases, version.ToNormalizedString());
        Directory.CreateDirectory(folder);
        foreach (var package in release.Packages)
        {
            File.WriteAllText(
                Path.Combine(folder, package.Id + ".txt"),
                RecordFile.Write(package.Items)
            );
            DeprecatedList.Extend(package, repository);
            ApiFiles.Ship(package.Id, repository);
        }

        RuleReleases.Ship(repository, version);
        File.WriteAllText(
            repository.Changelog,
            ReleaseNotes.Stamp(File.ReadAllText(repository.Changelog), version, date)
        );
        repository.SetVersion(next);
        console.Line(
            $"Recorded {release.Packages.Count} packages of {version}; the next version is {next}.",
            Tone.Good
        );
        console.Document(writer =>
        {
            writer.WriteString("version", version.ToNormalizedString());
            writer.WriteString("next", next.ToNormalizedString());
        });
        return ExitCode.Success;
    }

    private static void Refuse(ReleaseRepository repository, NuGetVersion version, DateOnly date)
    {
        if (Directory.Exists(Path.Combine(repository.Releases, version.ToNormalizedString())))
        {
            throw new ToolException(
                ExitCode.Refused,
                $"{version} was released already: releases/{version} is there."
            );
        }

        if (Git.Ask(repository.Root, "status", "--porcelain") is { Count: > 0 } changes)
        {
            throw new ToolException(
                ExitCode.Refused,
                $"The working tree has {changes.Count} changes; commit them first: {changes[0].Trim()}"
            );
        }

        var text = File.Exists(repository.Changelog) ? File.ReadAllText(repository.Changelog) : "";
        if (!ReleaseNotes.HasEntries(text))
        {
            throw new ToolException(
                ExitCode.Refused,
                "CHANGELOG.md has no entry under '## [Unreleased]'; say what changed for those who use the packages."
            );
        }

        if (
            repository.MonthsBetweenMajors is > 0 and var months
            && ReleaseNotes.LastMajor(text) is var (last, day)
            && version.Major > last.Major
            && day.AddMonths(months) > date
        )
        {
            throw new ToolException(
                ExitCode.Refused,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{last} was released on {day:yyyy-MM-dd}, and {months} months must lie between major releases: {version} may come on {day.AddMonths(months):yyyy-MM-dd}."
                )
            );
        }
    }

    // What is recorded is what goes out: packages of the days before carry a suffix, and may have been built from other sources.
    private static void RefuseOtherVersions(CoverageOfRelease release, string? meant)
    {
        var version = release.Repository.Version;
        if (meant is not null && (!NuGetVersion.TryParse(meant, out var named) || named != version))
        {
            throw new ToolException(
                ExitCode.Refused,
                $"The coming release is {version}, not {SafeText.Of(meant)}. Another one is set in eng/Version.props, before its packages are built."
            );
        }

        if (
            release.Packages.FirstOrDefault(p => NuGetVersion.Parse(p.Version) != version) is
            { } other
        )
        {
            throw new ToolException(
                ExitCode.Refused,
                $"{other.Id} is {other.Version}; what goes out is {version}. Pack without a suffix: -p:VersionSuffix="
            );
        }
    }

    private static NuGetVersion Next(string? text, NuGetVersion version)
    {
        if (text is null)
        {
            return new NuGetVersion(version.Major, version.Minor + 1, 0);
        }

        return NuGetVersion.TryParse(text, out var next) && next > version
            ? next
            : throw new ToolException(
                ExitCode.Usage,
                $"{NextName} is '{text}'; it must be a version after {version}."
            );
    }

    private static DateOnly Date(string? text)
    {
        if (text is null)
        {
            return DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        }

        return DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : throw new ToolException(
                ExitCode.Usage,
                $"{DateName} is '{text}'; it must be year-month-day, such as 2026-11-21."
            );
    }
}
