using System.CommandLine;
using Common.Tool.Incubator.Commands;

namespace Common.Tool.Incubator;

/// <summary>The commands that copy incubating modules into a service and keep the copies in step.</summary>
internal static class IncubatorGroup
{
    /// <summary>Makes the group.</summary>
    public static Command Create() =>
        new("incubator", "Copies incubating modules into a service and keeps the copies in step.")
        {
            ListCommand.Create(),
            InfoCommand.Create(),
            AddCommand.Create(),
            RemoveCommand.Create(),
            StatusCommand.Create(),
            CheckCommand.Create(),
            DiffCommand.Create(),
            UpdateCommand.Create(),
            ResolveCommand.Create(),
            AcceptCommand.Create(),
            GraduateCommand.Create(),
            CensusCommand.Create(),
        };
}
