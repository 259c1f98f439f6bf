using System.ComponentModel;

namespace Common.Config.Binding;

/// <summary>Lists the sections that an assembly declares, and the referenced assemblies that declare some. Written by the generator only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IConfigRegistry
{
    /// <summary>The sections of the assembly itself.</summary>
    /// <value>In the order of their paths.</value>
    IReadOnlyList<ConfigSection> Sections { get; }

    /// <summary>The names of the referenced assemblies that have a registry of their own.</summary>
    /// <value>Simple names, sorted.</value>
    IReadOnlyList<string> References { get; }
}
