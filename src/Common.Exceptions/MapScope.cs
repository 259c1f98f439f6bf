namespace Common.Exceptions;

/// <summary>What whoever ends a unit of work knows about it, beside the exception. Immutable.</summary>
/// <remarks><see langword="default"/> knows nothing but the current request's deadline: before it is over, a cancellation reads as the caller's.</remarks>
public readonly record struct MapScope
{
    /// <summary>What the work was doing.</summary>
    /// <value><see cref="WorkPhase.Working"/> by default.</value>
    public WorkPhase Phase { get; init; }

    /// <summary>Whether a deadline is over that the work had.</summary>
    /// <value><see langword="false"/> by default; that of <see cref="Common.Context.RequestContext.Current"/> counts in any case. It decides before <see cref="Caller"/>: whoever waits longest goes away too.</value>
    public bool IsDeadlineOver { get; init; }

    /// <summary>Is cancelled when the caller goes away.</summary>
    /// <value>A token that is never cancelled by default.</value>
    public CancellationToken Caller { get; init; }

    /// <summary>Is cancelled when the service stops.</summary>
    /// <value>A token that is never cancelled by default.</value>
    public CancellationToken Stopping { get; init; }
}
