namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>A value as an event takes it.</summary>
/// <param name="Type">The type of its parameter, fully qualified.</param>
/// <param name="Argument">The argument.</param>
internal sealed record EventValue(string Type, string Argument)
{
    /// <summary>Whether it is a list, beside which its count may stand.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether everyone may name the type.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Whether the argument calls methods of <c>System.Linq</c>.</summary>
    public bool NeedsLinq { get; init; }
}
