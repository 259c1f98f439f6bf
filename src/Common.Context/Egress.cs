namespace Common.Context;

/// <summary>How much of a context goes to a host.</summary>
public enum Egress
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>The <c>traceparent</c> and nothing else.</summary>
    Trace = 1,

    /// <summary>The whole context.</summary>
    Whole = 2,
}
