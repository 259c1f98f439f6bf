namespace Common.Tool.Release;

/// <summary>Something that a release must not ship.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Where">The package, or the file relative to the repository.</param>
/// <param name="Line">The line, from 1; 0 where there is none.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record Finding(string Rule, string Where, int Line, string Message)
{
    /// <summary>The column, from 1; 0 where there is none.</summary>
    public int Column { get; init; }

    /// <summary>How bad it is, in the words of SARIF: <c>error</c>, <c>warning</c> or <c>note</c>.</summary>
    public string Level { get; init; } = "error";

    /// <summary>What silences it, in the words of SARIF: <c>inSource</c> or <c>external</c>, and why.</summary>
    public (string Kind, string Why)? Suppression { get; init; }
}
