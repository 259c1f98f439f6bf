using System.ComponentModel.DataAnnotations;
using Common.Abstractions;
using NodaTime;

namespace Common.Config.Tests;

/// <summary>How the service reaches its database.</summary>
[ConfigSection("Orders:Database")]
public sealed partial class DatabaseOptions
{
    /// <summary>How many connections the pool may hold.</summary>
    [Range(1, 1024)]
    public int PoolSize { get; init; } = 100;

    /// <summary>How long a statement may run.</summary>
    [DeprecatedKey("Orders:Database:CommandTimeout", since: "1.2")]
    [Reloadable]
    public Duration StatementTimeout { get; init; } = Duration.FromSeconds(30);

    /// <summary>The password of the database user.</summary>
    public required Secret Password { get; init; }

    /// <summary>How the pool is warmed up.</summary>
    public WarmUp WarmUp { get; init; }

    /// <summary>Where the replicas are.</summary>
    public IReadOnlyList<Uri> Replicas { get; init; } = [];

    /// <summary>How connections are encrypted.</summary>
    public TlsOptions Tls { get; init; } = new();

    /// <summary>The tables that are split.</summary>
    public IReadOnlyList<ShardOptions> Shards { get; init; } = [];

    /// <summary>The labels of the connections.</summary>
    public IReadOnlyDictionary<string, int> Weights { get; init; } = new Dictionary<string, int>();

    /// <summary>How often a statement is tried again; unset for never.</summary>
    public int? Retries { get; init; }

    partial void Check(ConfigCheck check)
    {
        if (Retries > PoolSize)
        {
            check.Fail(nameof(Retries), "it must not exceed PoolSize");
        }
    }
}
