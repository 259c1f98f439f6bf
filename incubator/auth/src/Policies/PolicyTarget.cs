using System.Collections.Generic;
using Common.Context;

namespace Common.Incubator.Auth;

/// <summary>What is to be done something with: its tenant, its owner, and other values that policies may ask for.</summary>
public sealed record PolicyTarget
{
    /// <summary>A target of which nothing is known.</summary>
    public static PolicyTarget Nothing { get; } = new();

    /// <summary>The tenant that it belongs to; <see cref="TenantPath.None"/> if that is not known.</summary>
    public TenantPath Tenant { get; init; }

    /// <summary>The user that it belongs to; <see langword="null"/> if that is not known.</summary>
    public string? Owner { get; init; }

    /// <summary>Other values, by their names.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } =
        new Dictionary<string, string>();
}
