namespace Common.Abstractions;

/// <summary>Names a key that a section once had, so that the error of who still sets it says what to use.</summary>
/// <param name="path">The whole key, with colons.</param>
/// <param name="since">The release that removed it, as <c>major.minor</c>.</param>
/// <param name="replacement">The whole key to use instead, or a sentence that says what to do.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RemovedKeyAttribute(string path, string since, string replacement) : Attribute
{
    /// <summary>The whole key.</summary>
    /// <value>A path with colons.</value>
    public string Path { get; } = path;

    /// <summary>The release that removed it.</summary>
    /// <value><c>major.minor</c>, such as <c>3.0</c>.</value>
    public string Since { get; } = since;

    /// <summary>What to use.</summary>
    /// <value>A whole key, or a sentence.</value>
    public string Replacement { get; } = replacement;
}
