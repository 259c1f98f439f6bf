namespace Common.Tool.Incubator.Consumer;

/// <summary>One copied module as the lock file has it.</summary>
internal sealed record LockedModule
{
    /// <summary>The incubator that it came from.</summary>
    public required string Incubator { get; init; }

    /// <summary>The version that it has.</summary>
    public required string Version { get; init; }

    /// <summary>The copy's namespace.</summary>
    public required string Namespace { get; init; }

    /// <summary>Whether its public types became internal.</summary>
    public required bool Internal { get; init; }

    /// <summary>The copy's folder in the project.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder of its tests, if they were copied.</summary>
    public string? Tests { get; init; }

    /// <summary>The copied files by their paths in the project.</summary>
    public required IReadOnlyDictionary<string, LockedFile> Files { get; init; }

    /// <summary>The file that keeps other analyzers out of the copy.</summary>
    public string Settings => $"{Folder}/{LockFile.SettingsName}";
}
