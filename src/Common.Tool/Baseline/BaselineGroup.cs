using System.CommandLine;

namespace Common.Tool.Baseline;

/// <summary>The commands about the findings that a project had before the rules were enforced.</summary>
internal static class BaselineGroup
{
    /// <summary>Makes the group.</summary>
    public static Command Create() =>
        new(
            "baseline",
            "Keeps the findings that a project has already, so that only new ones are reported."
        )
        {
            BaselineWriteCommand.Create(),
        };
}
