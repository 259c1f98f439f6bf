using System.Diagnostics.CodeAnalysis;

namespace Common.Incubator.Auth;

/// <summary>What came of the verification of a token.</summary>
/// <param name="Principal">Who it names, if it is believed.</param>
/// <param name="Fault">Why it is not, otherwise.</param>
public sealed record TokenResult(Principal? Principal, TokenFault Fault)
{
    /// <summary>Whether the token is believed.</summary>
    [MemberNotNullWhen(true, nameof(Principal))]
    public bool IsValid => Principal is not null;
}
