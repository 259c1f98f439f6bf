namespace Common.Abstractions;

/// <summary>Declares a partial class as the options of one section of the configuration.</summary>
/// <remarks>Its properties are the options: the help is the doc comment, the default the initialiser. A generator writes the rest.</remarks>
/// <param name="path">The section, with colons, such as <c>Orders:Database</c>. With <c>:*</c> at the end each child of the path is such a section, by name.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConfigSectionAttribute(string path) : Attribute
{
    /// <summary>Declares a section that has no path of its own: it is used within others, or as the element of a list.</summary>
    public ConfigSectionAttribute()
        : this("") { }

    /// <summary>The section.</summary>
    /// <value>A path with colons; compared without regard to case; empty for a section without one.</value>
    public string Path { get; } = path;
}
