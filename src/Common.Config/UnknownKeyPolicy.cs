namespace Common.Config;

/// <summary>What to do with a key that nobody declared.</summary>
public enum UnknownKeyPolicy
{
    /// <summary>The service does not start.</summary>
    Error = 0,

    /// <summary>The service starts, and a warning names the key.</summary>
    Warn = 1,
}
