namespace Common.Abstractions;

/// <summary>Limits an option whose values are written as text: a duration, a size, a date.</summary>
/// <remarks>It does what <c>[Range(typeof(…), "…", "…")]</c> does, which trimming warns of.</remarks>
/// <param name="minimum">The lowest value, included, as it is written in the configuration, such as <c>50ms</c>.</param>
/// <param name="maximum">The highest value, included, as it is written in the configuration, such as <c>5m</c>.</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class LimitsAttribute(string minimum, string maximum) : Attribute
{
    /// <summary>The lowest value.</summary>
    /// <value>Included; as it is written in the configuration.</value>
    public string Minimum { get; } = minimum;

    /// <summary>The highest value.</summary>
    /// <value>Included; as it is written in the configuration.</value>
    public string Maximum { get; } = maximum;
}
