using System.CommandLine;

namespace Common.Tool.Deprecations;

/// <summary>The commands that follow what is deprecated into the code that still uses it.</summary>
internal static class DeprecationsGroup
{
    /// <summary>Makes the group.</summary>
    public static Command Create() =>
        new("deprecations", "Finds what code and configuration still use of what goes away.")
        {
            ReportCommand.Create(),
        };
}
