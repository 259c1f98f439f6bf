using System.CommandLine;
using System.Globalization;
using Common.Tool.Deprecations.Output;
using Common.Tool.Deprecations.Projects;
using Common.Tool.Deprecations.Uses;
using Common.Tool.Deprecations.Waivers;
using Common.Tool.Shell;

namespace Common.Tool.Deprecations;

/// <summary><c>common deprecations report</c>: every use of what goes away, or is gone.</summary>
internal static class ReportCommand
{
    private const string ToName = "--to";
    private const string DateName = "--date";
    private const string FailOnName = "--fail-on";
    private static readonly string[] FailOnStages =
    [
        Stage.Deprecated.Name(),
        Stage.LastRelease.Name(),
    ];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var path = new Argument<string>("path")
        {
            Description =
                "A solution, a project, or a folder of many. The projects must be restored.",
            DefaultValueFactory = _ => ".",
        };
        var to = new Option<string?>(ToName)
        {
            Description = "A coming release: what it takes away counts as gone.",
        };
        var failOn = new Option<string?>(FailOnName)
        {
            Description =
                "Ends with 1 on uses that are not waived: of all that is deprecated, or of what the next release removes.",
        };
        failOn.AcceptOnlyFromAmong(FailOnStages);
        var waivers = new Option<string?>("--waivers")
        {
            Description =
                $"The file of waivers. Default: {WaiverFile.Name} in the folder, if it is there.",
        };
        var html = new Option<string?>("--html")
        {
            Description = "Writes the report as one page with the calendar of removals too.",
        };
        var sarif = new Option<string?>("--sarif")
        {
            Description = "Writes the uses that are not waived to a SARIF file too.",
        };
        var date = new Option<string?>(DateName)
        {
            Description = "The day on which waivers are judged. Default: today in UTC.",
        };
        return new ToolCommand(
            "report",
            "Lists every use of what is deprecated or removed: in code, also where it is suppressed, and in configuration.",
            "common deprecations report",
            "common deprecations report --to 3.0 --html calendar.html services/",
            "common deprecations report --fail-on last-release --sarif uses.sarif Orders.sln"
        )
        {
            path,
            to,
            failOn,
            waivers,
            html,
            sarif,
            date,
        }.Runs(
            (parse, console, cancellationToken) =>
                Task.Run(
                    () =>
                    {
                        var target = Target(parse.GetValue(to));
                        var day = Day(parse.GetValue(date));
                        var root = parse.GetValue(path)!;
                        var report = new ReportBuilder(root, target).Build(
                            Waivers(parse.GetValue(waivers), root),
                            day,
                            cancellationToken
                        );
                        Write(parse.GetValue(html), () => ReportPage.Write(report));
                        Write(parse.GetValue(sarif), () => ReportSarif.Write(report));
                        ReportLines.Write(console, report);
                        ReportJson.Write(console, report);
                        return report switch
                        {
                            _ when IsFailure(report, parse.GetValue(failOn)) => ExitCode.Drift,
                            { IsWhole: false } => ExitCode.SourceUnavailable,
                            _ => ExitCode.Success,
                        };
                    },
                    cancellationToken
                )
        );
    }

    private static bool IsFailure(DeprecationReport report, string? failOn) =>
        failOn is not null
        && report.Open.Any(u =>
            u.Stage >= (failOn == FailOnStages[0] ? Stage.Deprecated : Stage.LastRelease)
        );

    private static IReadOnlyList<Waiver> Waivers(string? file, string path)
    {
        if (file is not null)
        {
            return WaiverFile.Read(file);
        }

        var usual = Path.Combine(ProjectFinder.RootOf(path), WaiverFile.Name);
        return File.Exists(usual) ? WaiverFile.Read(usual) : [];
    }

    private static void Write(string? file, Func<string> text)
    {
        if (file is not null)
        {
            File.WriteAllText(file, text());
        }
    }

    private static ReleaseNumber? Target(string? text) =>
        text is null
            ? null
            : ReleaseNumber.TryParse(text)
                ?? throw new ToolException(
                    ExitCode.Usage,
                    $"{ToName} is '{text}'; it must be a release such as 3.0."
                );

    private static DateOnly Day(string? text)
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
            out var day
        )
            ? day
            : throw new ToolException(
                ExitCode.Usage,
                $"{DateName} is '{text}'; it must be year-month-day, such as 2026-11-21."
            );
    }
}
