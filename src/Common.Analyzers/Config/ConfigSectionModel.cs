namespace Common.Analyzers.Config;

/// <summary>One declared section, with all that its source is written from.</summary>
internal sealed record ConfigSectionModel(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Declaration,
    string Name,
    string FullName,
    string Path,
    string Help,
    bool HasConstructor,
    bool HasWith,
    bool HasCheck,
    bool IsPublic,
    EquatableArray<RemovedKeyModel> RemovedKeys,
    EquatableArray<ConfigOptionModel> Options
);
