using System.CommandLine;
using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Source;

namespace Common.Tool.Incubator.Commands;

/// <summary>The options that the incubator's commands share.</summary>
internal static class IncubatorOptions
{
    private const string ProjectName = "--project";
    private const string SourceName = "--source";
    private const string DryRunName = "--dry-run";
    private const string WaitName = "--wait";

    /// <summary>Makes the option that names the service's folder.</summary>
    public static Option<string> Project() =>
        new(ProjectName)
        {
            Description =
                "The service's folder, or one below it. The default is the current folder.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".",
        };

    /// <summary>Makes the option that names another incubator.</summary>
    public static Option<string?> Source() =>
        new(SourceName)
        {
            Description = "Another incubator than the one that the tool carries.",
            HelpName = "DIR",
        };

    /// <summary>Makes the option that changes nothing.</summary>
    public static Option<bool> DryRun() =>
        new(DryRunName) { Description = "Say what would change, and change nothing." };

    /// <summary>Makes the option that says how long to wait for another run.</summary>
    public static Option<int> Wait() =>
        new(WaitName)
        {
            Description = "How many seconds to wait for another run. The default is 10.",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => 10,
        };

    /// <summary>Opens the service that the command line names.</summary>
    public static Task<Workspace> OpenAsync(
        ParseResult parse,
        bool create,
        CancellationToken cancellationToken
    ) =>
        Workspace.OpenAsync(
            ProjectOf(parse),
            WaitOf(parse),
            create,
            dryRun: create && IsDryRun(parse),
            cancellationToken
        );

    /// <summary>Opens the incubator that the command line names.</summary>
    public static IncubatorSource OpenSource(ParseResult parse) =>
        IncubatorSource.Open(SourceOf(parse));

    /// <summary>The folder that the command line works on.</summary>
    public static string ProjectOf(ParseResult parse) => parse.GetValue<string>(ProjectName)!;

    /// <summary>The incubator that the command line names, if it names one.</summary>
    public static string? SourceOf(ParseResult parse) => parse.GetValue<string?>(SourceName);

    /// <summary>How long the command line allows to wait for another run.</summary>
    public static TimeSpan WaitOf(ParseResult parse) =>
        TimeSpan.FromSeconds(Math.Clamp(parse.GetValue<int>(WaitName), 0, 3600));

    /// <summary>Whether the command line asks to change nothing.</summary>
    public static bool IsDryRun(ParseResult parse) => parse.GetValue<bool>(DryRunName);
}
