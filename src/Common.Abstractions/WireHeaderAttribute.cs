namespace Common.Abstractions;

/// <summary>Declares a constant as the name of a header that goes over the wire, so that the life-cycle policy covers it.</summary>
/// <param name="summary">What the header carries, in one sentence.</param>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class WireHeaderAttribute(string summary) : Attribute
{
    /// <summary>What the header carries.</summary>
    /// <value>One sentence.</value>
    public string Summary { get; } = summary;
}
