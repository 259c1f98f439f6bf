using System.CommandLine;

namespace Common.Tool.Release;

/// <summary>The commands that record what a release ships, and check it against the life-cycle policy.</summary>
internal static class ReleaseGroup
{
    /// <summary>Makes the group.</summary>
    public static Command Create() =>
        new("release", "Records what a release ships, and checks it against the life-cycle policy.")
        {
            CheckCommand.Create(),
            ShipCommand.Create(),
        };
}
