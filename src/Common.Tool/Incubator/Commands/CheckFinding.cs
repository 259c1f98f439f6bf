using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary>Something that <c>check</c> has found.</summary>
/// <param name="Kind">What kind of thing, in one word.</param>
/// <param name="Code">The exit code that it asks for; the largest one wins.</param>
/// <param name="Module">The module.</param>
/// <param name="Path">The file, if it is about one.</param>
/// <param name="Text">What is wrong and what to do.</param>
internal sealed record CheckFinding(
    string Kind,
    ExitCode Code,
    string Module,
    string? Path,
    string Text
);
