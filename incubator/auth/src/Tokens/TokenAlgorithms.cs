using System;
using System.Collections.Generic;
using System.Linq;

namespace Common.Incubator.Auth;

/// <summary>The algorithms that a service may believe: with a public key, so that who verifies can't sign.</summary>
internal static class TokenAlgorithms
{
    /// <summary>Their names of RFC 7518.</summary>
    public static IReadOnlyList<string> Allowed { get; } =
    ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>Whether a name is one of them.</summary>
    public static bool IsAllowed(string name) => Allowed.Contains(name, StringComparer.Ordinal);

    /// <summary>Says what is wrong with a list of names, or gives <see langword="null"/>.</summary>
    public static string? FaultOf(IReadOnlyList<string> names) =>
        names.Count > 0 && names.All(IsAllowed)
            ? null
            : $"Algorithms must name at least one of {string.Join(", ", Allowed)}, and no other";
}
