namespace Common.Abstractions;

/// <summary>Names the field that a parameter of a log event or of an error is written as.</summary>
/// <param name="name">The name, in snake_case, such as <c>sku</c>. Without this attribute it is the parameter's name in snake_case.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
public sealed class FieldAttribute(string name) : Attribute
{
    /// <summary>The name of the field.</summary>
    /// <value>Snake_case.</value>
    public string Name { get; } = name;
}
