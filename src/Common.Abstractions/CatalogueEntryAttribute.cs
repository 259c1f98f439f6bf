using System.ComponentModel;

namespace Common.Abstractions;

/// <summary>Embeds one declared thing in the assembly, so that tools list it without running the code. Written by generators only.</summary>
/// <param name="surface">What is declared: <c>config</c>, <c>event</c>, <c>error</c> or <c>header</c>.</param>
/// <param name="json">The declaration as one JSON object.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CatalogueEntryAttribute(string surface, string json) : Attribute
{
    /// <summary>What is declared.</summary>
    /// <value><c>config</c>, <c>event</c>, <c>error</c> or <c>header</c>.</value>
    public string Surface { get; } = surface;

    /// <summary>The declaration.</summary>
    /// <value>One JSON object.</value>
    public string Json { get; } = json;
}
