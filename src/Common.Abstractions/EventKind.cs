namespace Common.Abstractions;

/// <summary>Says what a log event tells. The kind decides the level; nobody chooses a level at the call site.</summary>
/// <remarks>The values are stable: they are written into catalogues and release records. <see cref="EventKindExtensions"/> holds the table.</remarks>
public enum EventKind
{
    /// <summary>Details for whoever works on the service. Debug.</summary>
    Diagnostic = 0,

    /// <summary>A service or component started, stopped or was reconfigured. Information.</summary>
    Lifecycle = 1,

    /// <summary>One unit of work is done; in the past tense; one for a request. Information.</summary>
    Completed = 2,

    /// <summary>The caller was at fault or went away. Information.</summary>
    Rejected = 3,

    /// <summary>Who did what to what. Information; has a category of its own and is never filtered, sampled or rate-limited.</summary>
    Audit = 4,

    /// <summary>An attempt failed and another follows. Warning.</summary>
    Retrying = 5,

    /// <summary>The service goes on with less: a fallback, the last good configuration. Warning.</summary>
    Degraded = 6,

    /// <summary>Something deprecated was used. Warning; once for each process and thing.</summary>
    Deprecated = 7,

    /// <summary>A unit of work failed for good and someone should look. Error.</summary>
    Failed = 8,

    /// <summary>The service cannot go on. Critical.</summary>
    Fatal = 9,
}
