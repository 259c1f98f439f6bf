namespace Common.Tool.Incubator.Source;

/// <summary>One module of an incubator: its manifest, and its files when they are asked for.</summary>
internal sealed class IncubatorModule
{
    private readonly Lazy<IReadOnlyList<SourceFile>> _files;

    /// <summary>Makes a module.</summary>
    public IncubatorModule(ModuleManifest manifest, Func<IReadOnlyList<SourceFile>> files)
    {
        Manifest = manifest;
        _files = new Lazy<IReadOnlyList<SourceFile>>(files);
    }

    /// <summary>What it says about itself.</summary>
    public ModuleManifest Manifest { get; }

    /// <summary>Its files, in ordinal order of their paths.</summary>
    public IReadOnlyList<SourceFile> Files => _files.Value;
}
