namespace Common.Abstractions;

/// <summary>Says that a change to an option, or to every option of a section, takes effect while the service runs.</summary>
/// <remarks>A change to an option without this attribute is reported as needing a restart, and is not applied.</remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, Inherited = false)]
public sealed class ReloadableAttribute : Attribute;
