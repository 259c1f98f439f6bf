using Common.Tool.Deprecations.Waivers;

namespace Common.Tool.Deprecations.Uses;

/// <summary>One place that uses something deprecated or removed.</summary>
/// <param name="Item">What it uses.</param>
/// <param name="Stage">How near the end of that is.</param>
/// <param name="Referenced">The release of the package that the project references.</param>
/// <param name="Project">The name of the project.</param>
/// <param name="File">The file, relative to the folder of the report, with slashes; for a compiled library the project's file.</param>
/// <param name="Line">The line, from 1; 0 for a compiled library.</param>
/// <param name="Column">The column, from 1; 0 for a compiled library.</param>
/// <param name="SuppressedBy">What keeps the build silent about it; <see langword="null"/> if nothing does.</param>
internal sealed record Use(
    DeprecatedItem Item,
    Stage Stage,
    ReleaseNumber Referenced,
    string Project,
    string File,
    int Line,
    int Column,
    string? SuppressedBy = null
)
{
    /// <summary>Why no code fix migrates it; <see langword="null"/> if one does.</summary>
    public string? Manual { get; init; }

    /// <summary>The waiver that silences it, if one does.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>The file with line and column, as compilers write it.</summary>
    public string Place => Line == 0 ? File : $"{File}({Line},{Column})";
}
