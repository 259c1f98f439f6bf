using Common.Abstractions;
using NodaTime;

namespace Common.Config;

/// <summary>Says when a changed configuration file is read again.</summary>
[ConfigSection("Common:Config:Reload")]
public sealed partial class ReloadOptions
{
    /// <summary>How long a file must stay unchanged before it is read again; files are looked at as often.</summary>
    /// <value>From 50 milliseconds to 5 minutes, both included. The default is 500 milliseconds.</value>
    /// <remarks>A shorter period reacts faster but may read a file that is still being written.</remarks>
    [Limits("50ms", "5m")]
    public Duration QuietPeriod { get; init; } = Duration.FromMilliseconds(500);
}
