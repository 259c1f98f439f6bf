namespace Common.Logging;

/// <summary>Where log records go.</summary>
public enum LogOutput
{
    /// <summary>Standard output.</summary>
    StandardOutput = 0,

    /// <summary>Standard error.</summary>
    StandardError = 1,

    /// <summary>The file of <see cref="LogFileOptions"/>.</summary>
    File = 2,
}
