namespace Common.Abstractions;

/// <summary>Says that a value is no secret although its name is in the table of secret names.</summary>
/// <param name="why">Why it may be shown, in one sentence, for the reviewer.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
public sealed class NotSecretAttribute(string why) : Attribute
{
    /// <summary>Why the value may be shown.</summary>
    /// <value>One sentence.</value>
    public string Why { get; } = why;
}
