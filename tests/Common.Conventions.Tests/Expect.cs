namespace Common.Conventions.Tests;

/// <summary>Shows all that breaks a rule at once, with what to do about it.</summary>
internal static class Expect
{
    /// <summary>Fails if there is any.</summary>
    /// <param name="violations">One line for each thing that breaks the rule.</param>
    /// <param name="rule">The rule, and what to do.</param>
    public static void None(IEnumerable<string> violations, string rule)
    {
        var found = violations.ToList();
        if (found.Count > 0)
            Assert.Fail(
                $"{rule}{Environment.NewLine}{string.Join(Environment.NewLine, found.Select(v => "  " + v))}"
            );
    }
}
