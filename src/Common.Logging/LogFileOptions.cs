using System.ComponentModel.DataAnnotations;
using Common.Abstractions;

namespace Common.Logging;

/// <summary>The file that log records go to when <see cref="LoggingOptions.Output"/> is <see cref="LogOutput.File"/>.</summary>
/// <remarks>The file may be moved or truncated by others at any time; SIGHUP makes the service open it again.</remarks>
[ConfigSection("Common:Logging:File")]
public sealed partial class LogFileOptions
{
    /// <summary>The path of the file; its folder must exist.</summary>
    /// <value><c>service.log</c> by default; a relative path is relative to the current folder.</value>
    [StringLength(4096, MinimumLength = 1)]
    public string Path { get; init; } = "service.log";

    /// <summary>The rights of a new file, in octal digits.</summary>
    /// <value>Three octal digits. The default is <c>600</c>: the service's own user only. Not used on Windows.</value>
    [RegularExpression("^[0-7]{3}$")]
    public string Mode { get; init; } = "600";

    /// <summary>The size at which the file is put aside and a new one begun; 0 for no limit.</summary>
    /// <value>From 0 to 1,099,511,627,776 bytes, both included. The default is 0.</value>
    [Range(0L, 1_099_511_627_776L)]
    public long RotateBytes { get; init; }

    /// <summary>Whether a new file is begun each day, at midnight UTC.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool RotateDaily { get; init; }

    /// <summary>How many files that were put aside are kept.</summary>
    /// <value>From 1 to 1,000, both included. The default is 7.</value>
    [Range(1, 1000)]
    public int KeptFiles { get; init; } = 7;
}
