namespace Common.Analyzers.Errors;

/// <summary>What becomes of a parameter of a declared error.</summary>
internal enum ErrorParameterRole
{
    /// <summary>A field that goes to the caller.</summary>
    Public,

    /// <summary>A field that goes to the log only.</summary>
    Internal,

    /// <summary>The inner exception.</summary>
    Cause,

    /// <summary>What is wrong with each field of the request.</summary>
    Errors,

    /// <summary>When the caller may try again.</summary>
    RetryAfter,
}
