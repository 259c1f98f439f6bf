using Common.Abstractions;

namespace Common.Config.Tests;

/// <summary>How connections are encrypted.</summary>
[ConfigSection]
public sealed partial class TlsOptions
{
    /// <summary>Whether connections are encrypted.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The name that the certificate must have.</summary>
    public string? ServerName { get; init; }
}
