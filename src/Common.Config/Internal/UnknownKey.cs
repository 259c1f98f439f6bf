namespace Common.Config.Internal;

/// <summary>A key that belongs to no option, and what is wrong with it.</summary>
internal sealed record UnknownKey(string Key, int Layer, string Rule);
