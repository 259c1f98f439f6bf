using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.Incubator;

/// <summary>A copied module as a lock file has it.</summary>
internal sealed record CopiedModule
{
    public string Name { get; init; } = "";

    public string Version { get; init; } = "";

    public string Namespace { get; init; } = "";

    /// <summary>The folders of the copy and of its tests, as full paths that end in a slash.</summary>
    public ImmutableArray<string> Folders { get; init; } = [];

    /// <summary>The files by their full paths.</summary>
    public ImmutableDictionary<string, CopiedFile> Files { get; init; } =
        ImmutableDictionary<string, CopiedFile>.Empty;

    public string LockPath { get; init; } = "";

    public SourceText LockText { get; init; } = SourceText.From("");

    /// <summary>Where the lock file names the module.</summary>
    public TextSpan Place { get; init; }

    /// <summary>Gives a place in the lock file.</summary>
    public Location At(TextSpan span) =>
        Location.Create(LockPath, span, LockText.Lines.GetLinePositionSpan(span));

    /// <summary>Whether a path lies in one of the copy's folders.</summary>
    public bool Holds(string path) =>
        Folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));
}
