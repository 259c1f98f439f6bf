using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Common.Config;

/// <summary>Names the type that lists the sections which an assembly declares. Written by the generator only.</summary>
/// <param name="registry">A type with a parameterless constructor that implements <see cref="Binding.IConfigRegistry"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConfigSectionsAttribute(
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
        Type registry
) : Attribute
{
    /// <summary>The type that lists the sections.</summary>
    /// <value>A type with a public parameterless constructor.</value>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
    public Type Registry { get; } = registry;
}
