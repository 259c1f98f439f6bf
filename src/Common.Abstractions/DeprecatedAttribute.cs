namespace Common.Abstractions;

/// <summary>Marks what is deprecated, with its schedule for machines: deprecated in N, supported in N+1, removed in N+2.</summary>
/// <remarks>
/// The removal release is computed from the record of what releases shipped, never from this attribute alone. A public API carries
/// <see cref="ObsoleteAttribute"/> beside it, which every compiler shows; an analyzer keeps the two in step.
/// </remarks>
/// <param name="since">The release that first ships the deprecation, as <c>major.minor</c>, such as <c>1.2</c>.</param>
/// <param name="replacement">
/// What to use: an expression over the old member's parameters and <c>this</c>; <see langword="null"/> only with a <see cref="Reason"/>.
/// </param>
[AttributeUsage(AttributeTargets.All, Inherited = false)]
public sealed class DeprecatedAttribute(string since, string? replacement = null) : Attribute
{
    /// <summary>The release that first ships the deprecation.</summary>
    /// <value><c>major.minor</c>, such as <c>1.2</c>.</value>
    public string Since { get; } = since;

    /// <summary>What to use.</summary>
    /// <value>An expression, or <see langword="null"/> where there is no replacement and <see cref="Reason"/> says why.</value>
    public string? Replacement { get; } = replacement;

    /// <summary>Why it goes away; required where there is no replacement.</summary>
    /// <value>One sentence, or <see langword="null"/>, the default.</value>
    public string? Reason { get; init; }
}
