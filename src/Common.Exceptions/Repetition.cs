namespace Common.Exceptions;

/// <summary>Says what may be done again when a call fails. Whoever makes the call knows; nobody else can.</summary>
public enum Repetition
{
    /// <summary>Nothing: doing it twice could do harm.</summary>
    Never = 0,

    /// <summary>The call: it is idempotent.</summary>
    Call = 1,

    /// <summary>The call, which is a whole unit of work: it is done again also when another one was in its way.</summary>
    UnitOfWork = 2,
}
