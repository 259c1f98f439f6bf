namespace Common.Logging;

/// <summary>The form of log records.</summary>
public enum LogFormat
{
    /// <summary>Lines for people.</summary>
    Text = 0,

    /// <summary>One JSON object a line, for machines.</summary>
    Json = 1,
}
