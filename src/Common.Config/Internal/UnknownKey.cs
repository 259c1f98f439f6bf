namespace Common.Config.Internal;

/// <summary>A key that belongs to no option, and what is wrong with it.</summary>
/// <param name="Key">The whole key.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Rule">What is wrong.</param>
/// <param name="IsConflict">Whether it is wrong whatever the policy for unknown keys.</param>
internal sealed record UnknownKey(
    string Key,
    ConfigLayer Source,
    string Rule,
    bool IsConflict = false
);
