namespace Common.Incubator.Auth;

/// <summary>A rule that the service declares in its code, with what it says by default.</summary>
/// <param name="Name">The name, such as <c>orders.read</c>.</param>
/// <param name="Policy">The policy by default.</param>
/// <param name="Description">What the rule is about: one sentence for operators.</param>
public sealed record PolicyRule(string Name, string Policy, string Description);
