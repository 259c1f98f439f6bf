namespace Common.Config;

/// <summary>One thing that is wrong in the configuration: where, what value, what rule.</summary>
/// <remarks>Immutable and thread-safe. No part of it holds a secret, or the value of a key that nobody declared.</remarks>
/// <param name="Key">The whole key as it is written in its source, such as <c>Orders:Database:PoolSize</c>.</param>
/// <param name="Value">
/// The value, at most 80 characters of it; <c>***</c> for a secret; <see langword="null"/> where there is none or it must not be shown.
/// </param>
/// <param name="Source">
/// Where the value stands: <c>/app/appsettings.json:12</c>, <c>variable ORDERS__DATABASE__POOLSIZE</c>, <c>argument --Orders:Database:PoolSize</c>;
/// <see langword="null"/> for what is missing.
/// </param>
/// <param name="Rule">What holds instead, as the end of a sentence: <c>it must be from 1 to 1024</c>.</param>
public sealed record ConfigError(string Key, string? Value, string? Source, string Rule)
{
    /// <summary>Writes the error as one sentence, with its source in front.</summary>
    /// <returns><c>/app/appsettings.json:12: Orders:Database:PoolSize is "5000"; it must be from 1 to 1024.</c></returns>
    public override string ToString()
    {
        var source = Source is null ? "" : Source + ": ";
        return Value is null ? $"{source}{Key} {Rule}." : $"{source}{Key} is {Value}; {Rule}.";
    }
}
