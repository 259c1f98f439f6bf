namespace Common.Abstractions;

/// <summary>Says that few services ever need to set an option; references list it apart.</summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class AdvancedAttribute : Attribute;
