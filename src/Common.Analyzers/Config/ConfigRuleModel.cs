namespace Common.Analyzers.Config;

/// <summary>One rule for the values of an option.</summary>
/// <param name="Expression">The C# expression that makes it.</param>
/// <param name="Json">Its members in the catalogue.</param>
internal sealed record ConfigRuleModel(string Expression, string Json);
