namespace Common.Analyzers.Lifecycle.Record;

/// <summary>Where a package does not keep the policy.</summary>
/// <param name="RuleId">The rule that is broken.</param>
/// <param name="Item">What breaks it.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record PolicyBreach(string RuleId, RecordItem Item, string Message);
