namespace Common.Abstractions;

/// <summary>Names an older key of an option; it is still read, and its use is reported once.</summary>
/// <remarks>The source of highest precedence decides, by whichever name it uses.</remarks>
/// <param name="path">The whole older key, with colons; it may lie in another section.</param>
/// <param name="since">The release that first ships the deprecation, as <c>major.minor</c>. In a service it is information.</param>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class DeprecatedKeyAttribute(string path, string since) : Attribute
{
    /// <summary>The whole older key.</summary>
    /// <value>A path with colons.</value>
    public string Path { get; } = path;

    /// <summary>The release that first ships the deprecation.</summary>
    /// <value><c>major.minor</c>, such as <c>1.2</c>.</value>
    public string Since { get; } = since;
}
