namespace Common.Tool.Release;

/// <summary>Something that a release must not ship.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Where">The package, or the file relative to the repository.</param>
/// <param name="Line">The line, from 1; 0 where there is none.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record Finding(string Rule, string Where, int Line, string Message);
