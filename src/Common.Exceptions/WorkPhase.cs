namespace Common.Exceptions;

/// <summary>Says what a unit of work was doing when it failed. The same exception means something else in each phase.</summary>
public enum WorkPhase
{
    /// <summary>It worked: an exception that nobody declared is a defect of ours.</summary>
    Working = 0,

    /// <summary>It was reading the request: what cannot be read is the caller's fault.</summary>
    Reading = 1,

    /// <summary>It was committing: what breaks off now leaves the outcome unknown.</summary>
    Committing = 2,
}
