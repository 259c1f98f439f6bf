using System.CommandLine;

namespace Common.Tool.Errors;

/// <summary>The commands about the errors that compiled assemblies declare.</summary>
internal static class ErrorsGroup
{
    /// <summary>Makes the group.</summary>
    public static Command Create() =>
        new("errors", "Lists the errors that a compiled service declares.")
        {
            ErrorsListCommand.Create(),
        };
}
