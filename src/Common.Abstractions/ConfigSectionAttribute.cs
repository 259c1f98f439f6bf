namespace Common.Abstractions;

/// <summary>Declares a partial class as the options of one section of the configuration.</summary>
/// <remarks>Its properties are the options: the help is the doc comment, the default the initialiser. A generator writes the rest.</remarks>
/// <param name="path">The section, with colons, such as <c>Orders:Database</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ConfigSectionAttribute(string path) : Attribute
{
    /// <summary>The section.</summary>
    /// <value>A path with colons; compared without regard to case.</value>
    public string Path { get; } = path;
}
