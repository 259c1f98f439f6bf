using System.CommandLine;

namespace Common.Tool.Events;

/// <summary>The commands about the log events that a compiled service declares.</summary>
internal static class EventsGroup
{
    /// <summary>Makes the group.</summary>
    public static Command Create() =>
        new("events", "Says which log events a compiled service can write.")
        {
            EventsListCommand.Create(),
        };
}
