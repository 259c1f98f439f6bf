using System.ComponentModel.DataAnnotations;
using Common.Abstractions;
using NodaTime;

namespace Common.Logging;

/// <summary>How log records are written.</summary>
[ConfigSection("Common:Logging")]
public sealed partial class LoggingOptions
{
    /// <summary>The fewest bytes that <see cref="MaxLineBytes"/> may be.</summary>
    internal const int LeastLineBytes = 1024;

    /// <summary>The most bytes that <see cref="MaxLineBytes"/> may be.</summary>
    internal const int MostLineBytes = 1_048_576;

    /// <summary>The fewest bytes that <see cref="BufferBytes"/> may be.</summary>
    internal const int LeastBufferBytes = 262_144;

    /// <summary>The most bytes that <see cref="BufferBytes"/> may be.</summary>
    internal const int MostBufferBytes = 1_073_741_824;

    /// <summary>The form of the records.</summary>
    /// <value><see cref="LogFormat.Text"/> by default.</value>
    public LogFormat Format { get; init; } = LogFormat.Text;

    /// <summary>Where the records go.</summary>
    /// <value><see cref="LogOutput.StandardOutput"/> by default.</value>
    public LogOutput Output { get; init; } = LogOutput.StandardOutput;

    /// <summary>Whether each line begins with its priority for journald, such as <c>&lt;6&gt;</c>.</summary>
    /// <value><see langword="false"/> by default.</value>
    /// <remarks>See sd-daemon(3): 2 for FATAL, 3 for ERROR, 4 for WARN, 6 for INFO, 7 for anything lower.</remarks>
    public bool JournalPriorities { get; init; }

    /// <summary>The most bytes of one line, its end included. A longer record is cut, stays valid, and says so.</summary>
    /// <value>From 1,024 to 1,048,576, both included. The default is 16,384, at which container runtimes split lines.</value>
    [Range(LeastLineBytes, MostLineBytes)]
    public int MaxLineBytes { get; init; } = 16_384;

    /// <summary>How much memory waiting records may take.</summary>
    /// <value>From 262,144 to 1,073,741,824 bytes, both included, and at least 16 lines of <see cref="MaxLineBytes"/>. The default is 8,388,608.</value>
    [Range(LeastBufferBytes, MostBufferBytes)]
    public int BufferBytes { get; init; } = 8_388_608;

    /// <summary>What a log call does while the buffer is full.</summary>
    /// <value><see cref="WhenFull.Wait"/> by default.</value>
    public WhenFull WhenFull { get; init; } = WhenFull.Wait;

    /// <summary>How long log calls wait in one stall, all together, before records are dropped.</summary>
    /// <value>From zero to 1 minute, both included. The default is 1 second.</value>
    [Limits("0s", "1m")]
    public Duration StallLimit { get; init; } = Duration.FromSeconds(1);

    /// <summary>How many records of one event are written in each <see cref="RateLimitInterval"/>; 0 for all of them.</summary>
    /// <value>From 0 to 1,000,000, both included. The default is 0. Audit, Failed, Fatal and terminal records are never held back.</value>
    [Range(0, 1_000_000)]
    public int RateLimitBurst { get; init; }

    /// <summary>How long the burst of <see cref="RateLimitBurst"/> lasts.</summary>
    /// <value>From 1 second to 1 hour, both included. The default is 10 seconds.</value>
    [Limits("1s", "1h")]
    public Duration RateLimitInterval { get; init; } = Duration.FromSeconds(10);
}
