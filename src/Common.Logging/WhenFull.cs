namespace Common.Logging;

/// <summary>What a log call does while the buffer is full, since nobody takes the records.</summary>
public enum WhenFull
{
    /// <summary>It waits for <see cref="LoggingOptions.StallLimit"/> at most in each stall; then records are dropped and counted.</summary>
    Wait = 0,

    /// <summary>The record is dropped and counted at once.</summary>
    Drop = 1,
}
