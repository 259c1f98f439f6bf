using System.Collections.Generic;
using Common.Abstractions;
using NodaTime;

namespace Common.Incubator.Auth;

/// <summary>Which tokens are believed. Nothing has a default that believes more than it must.</summary>
[ConfigSection("Common:Auth:Tokens")]
public sealed partial class TokenOptions
{
    /// <summary>Who issues the tokens.</summary>
    /// <value>The exact value of the claim <c>iss</c>.</value>
    public required string Issuer { get; init; }

    /// <summary>Who the tokens are meant for.</summary>
    /// <value>A value that must be among those of the claim <c>aud</c>.</value>
    public required string Audience { get; init; }

    /// <summary>The algorithms that a signature may have.</summary>
    /// <value>Names of RFC 7518, at least one. Symmetric ones and <c>none</c> are refused.</value>
    public required IReadOnlyList<string> Algorithms { get; init; }

    /// <summary>How far the issuer's clock may be off.</summary>
    /// <value>From 0 to 5 minutes, both included. The default is 30 seconds.</value>
    [Limits("00:00:00", "00:05:00")]
    public Duration ClockSkew { get; init; } = Duration.FromSeconds(30);

    /// <summary>The longest time that a token may be valid from its issue on.</summary>
    /// <value>From 1 minute to 1 day, both included. The default is 1 hour.</value>
    [Limits("00:01:00", "1.00:00:00")]
    public Duration MaxLifetime { get; init; } = Duration.FromHours(1);

    /// <summary>How often keys may be fetched anew because a token names an unknown one.</summary>
    /// <value>From 1 second to 1 hour, both included. The default is 1 minute.</value>
    [Limits("00:00:01", "01:00:00")]
    public Duration KeyRefresh { get; init; } = Duration.FromMinutes(1);

    /// <summary>The claim that names the tenant's path.</summary>
    /// <value>The default is <c>tenant</c>.</value>
    public string TenantClaim { get; init; } = "tenant";

    /// <summary>The claim that lists the roles.</summary>
    /// <value>The default is <c>roles</c>.</value>
    public string RolesClaim { get; init; } = "roles";
}
