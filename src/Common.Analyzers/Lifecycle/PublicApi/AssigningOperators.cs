namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>The operators of C# 14 that belong to a value and change it.</summary>
internal static class AssigningOperators
{
    private const string Start = "op_";
    private const string Checked = "Checked";

    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["AdditionAssignment"] = "+=",
        ["SubtractionAssignment"] = "-=",
        ["MultiplicationAssignment"] = "*=",
        ["DivisionAssignment"] = "/=",
        ["ModulusAssignment"] = "%=",
        ["BitwiseAndAssignment"] = "&=",
        ["BitwiseOrAssignment"] = "|=",
        ["ExclusiveOrAssignment"] = "^=",
        ["LeftShiftAssignment"] = "<<=",
        ["RightShiftAssignment"] = ">>=",
        ["UnsignedRightShiftAssignment"] = ">>>=",
        ["IncrementAssignment"] = "++",
        ["DecrementAssignment"] = "--",
    };

    /// <summary>The sign of the operator that a method is in metadata, after <c>checked</c> if it is; <see langword="null"/> if it is none.</summary>
    public static string? SignOf(string method)
    {
        if (!method.StartsWith(Start, StringComparison.Ordinal))
        {
            return null;
        }

        var name = method.Substring(Start.Length);
        var isChecked = name.StartsWith(Checked, StringComparison.Ordinal);
        return Signs.TryGetValue(isChecked ? name.Substring(Checked.Length) : name, out var sign)
            ? (isChecked ? "checked " : "") + sign
            : null;
    }
}
