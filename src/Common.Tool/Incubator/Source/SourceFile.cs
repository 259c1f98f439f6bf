namespace Common.Tool.Incubator.Source;

/// <summary>One file of a module as upstream has it.</summary>
/// <param name="Path">Its path in the module's folder, with <c>/</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its normalised text.</param>
/// <param name="Hash">The hash of that text.</param>
internal sealed record SourceFile(string Path, FileKind Kind, string Text, string Hash)
{
    /// <summary>Its path in the copy: without the folder <c>src</c> or <c>tests</c>.</summary>
    public string Target =>
        Path.StartsWith("src/", StringComparison.Ordinal) ? Path["src/".Length..]
        : Path.StartsWith("tests/", StringComparison.Ordinal) ? Path["tests/".Length..]
        : Path;
}
