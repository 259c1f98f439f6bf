namespace Common.Abstractions;

/// <summary>Says whether what failed may be tried again.</summary>
public enum RetryAdvice
{
    /// <summary>Trying again cannot help, or could do harm.</summary>
    Never = 0,

    /// <summary>The whole unit of work may be done again from its beginning, not the failed call alone.</summary>
    WholeUnitOfWork = 1,

    /// <summary>After the time that the answer's Retry-After names.</summary>
    AfterRetryAfter = 2,

    /// <summary>With growing, jittered pauses.</summary>
    WithBackoff = 3,

    /// <summary>Only while the caller's own deadline allows.</summary>
    WhileDeadlineAllows = 4,
}
