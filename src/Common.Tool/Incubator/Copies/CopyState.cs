using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Source;

namespace Common.Tool.Incubator.Copies;

/// <summary>The state of one copy, beside the lock and beside upstream.</summary>
internal sealed record CopyState
{
    /// <summary>The module.</summary>
    public required string Module { get; init; }

    /// <summary>The copy as the lock has it.</summary>
    public required LockedModule Lock { get; init; }

    /// <summary>All of its files.</summary>
    public required IReadOnlyList<FileState> Files { get; init; }

    /// <summary>How many of its files are other upstream, new or gone.</summary>
    public required int Behind { get; init; }

    /// <summary>Whether upstream still has the module.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>The advisories that name it.</summary>
    public required IReadOnlyList<Advisory> Advisories { get; init; }

    /// <summary>The pristine copies that are missing or were changed.</summary>
    public required IReadOnlyList<string> Damaged { get; init; }

    /// <summary>Whether <c>common.json</c> asks for another place, namespace or visibility.</summary>
    public required bool LayoutDiffers { get; init; }

    /// <summary>Where the module went, if it has graduated.</summary>
    public required Graduation? Graduated { get; init; }

    /// <summary>How far it is on its way out, if it has graduated.</summary>
    public required GraduationStage? Stage { get; init; }

    /// <summary>The files that someone should look at.</summary>
    public IEnumerable<FileState> Drift => Files.Where(file => file.IsDrift);
}
