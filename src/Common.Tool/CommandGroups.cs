using System.CommandLine;
using Common.Tool.Baseline;
using Common.Tool.Config;
using Common.Tool.Deprecations;
using Common.Tool.Errors;
using Common.Tool.Events;
using Common.Tool.Incubator;
using Common.Tool.Logs;
using Common.Tool.Release;

namespace Common.Tool;

/// <summary>Lists the command groups of the tool: one folder and one class each.</summary>
internal static class CommandGroups
{
    /// <summary>Makes the groups, in the order in which the help lists them.</summary>
    public static IEnumerable<Command> Create() =>
        [
            IncubatorGroup.Create(),
            DeprecationsGroup.Create(),
            ReleaseGroup.Create(),
            BaselineGroup.Create(),
            ConfigGroup.Create(),
            ErrorsGroup.Create(),
            EventsGroup.Create(),
            LogsGroup.Create(),
        ];
}
