namespace Common.Incubator.Auth;

/// <summary>What a check says. Three values, so that <c>not</c> does not turn a fault into a yes.</summary>
internal enum PolicyVerdict
{
    /// <summary>It can't be told: something that the check asks for is missing. Denied in the end.</summary>
    Unknown,

    /// <summary>No.</summary>
    No,

    /// <summary>Yes.</summary>
    Yes,
}
