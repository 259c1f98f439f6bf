using System.Collections.Frozen;
using Common.Abstractions;
using Common.Exceptions.Internal;

namespace Common.Exceptions;

/// <summary>The one table that says what any exception means: its kind, its code, and what a caller may read. Immutable and thread-safe.</summary>
/// <remarks>
/// A service's own entries come first, those of the most derived type before those of its base types; then the library's;
/// what nobody knows, or whose entry throws, is <see cref="ErrorKind.Internal"/> with a fixed public sentence. Log the exception that was caught:
/// the mapped one is what the caller is told.
/// </remarks>
public sealed class ErrorMap
{
    private readonly FrozenDictionary<Type, Func<Exception, MapScope, ServiceException?>> _own;

    internal ErrorMap(IReadOnlyDictionary<Type, Func<Exception, MapScope, ServiceException?>> own)
    {
        _own = own.ToFrozenDictionary();
    }

    /// <summary>The table without entries of a service's own.</summary>
    /// <value>Always the same instance.</value>
    public static ErrorMap Default { get; } =
        new(new Dictionary<Type, Func<Exception, MapScope, ServiceException?>>());

    /// <summary>Says what an exception means.</summary>
    /// <param name="exception">Any exception.</param>
    /// <param name="scope">What is known about the unit of work that it ended.</param>
    /// <returns>
    /// <paramref name="exception"/> itself if it is a <see cref="ServiceException"/>, else the error to tell, with
    /// <paramref name="exception"/> as its cause.
    /// </returns>
    public ServiceException Map(Exception exception, MapScope scope = default)
    {
        ArgumentNullException.ThrowIfNull(exception);
        for (var type = exception.GetType(); type is not null; type = type.BaseType)
        {
            if (_own.TryGetValue(type, out var entry) && Ask(entry, exception, scope) is { } own)
            {
                return own;
            }
        }

        return exception switch
        {
            ServiceException declared => declared,
            AggregateException { InnerExceptions.Count: > 0 } several => MapWorst(several, scope),
            System.Reflection.TargetInvocationException { InnerException: { } inner } => Map(
                inner,
                scope
            ),
            _ => KnownExceptions.Map(exception, scope) ?? CommonErrors.InternalError(exception),
        };
    }

    /// <summary>Says which kind an exception is.</summary>
    /// <param name="exception">Any exception.</param>
    /// <param name="scope">What is known about the unit of work that it ended.</param>
    /// <returns>The kind that <see cref="Map"/> gives.</returns>
    public ErrorKind Classify(Exception exception, MapScope scope = default) =>
        exception is ServiceException declared && _own.Count == 0
            ? declared.Kind
            : Map(exception, scope).Kind;

    private static ServiceException? Ask(
        Func<Exception, MapScope, ServiceException?> entry,
        Exception exception,
        MapScope scope
    )
    {
#pragma warning disable CA1031 // whoever asks is telling a failure already, and must come to an end with it
        try
        {
            return entry(exception, scope);
        }
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return CommonErrors.InternalError(
                exception,
                $"its entry of the error map threw {ExceptionText.Causes(failure)}"
            );
        }
    }

    private ServiceException MapWorst(AggregateException several, MapScope scope)
    {
        var worst = Map(several.InnerExceptions[0], scope);
        for (var i = 1; i < several.InnerExceptions.Count; i++)
        {
            var next = Map(several.InnerExceptions[i], scope);
            if (Severity(next.Kind) > Severity(worst.Kind))
            {
                worst = next;
            }
        }

        return worst;
    }

    // What must not be tried again hides what may; what someone should look at hides what nobody need.
    private static int Severity(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.DataLoss => 9,
            ErrorKind.Unknown => 8,
            ErrorKind.Internal => 7,
            ErrorKind.Unimplemented => 6,
            ErrorKind.Unavailable => 5,
            ErrorKind.DeadlineExceeded => 4,
            ErrorKind.Aborted or ErrorKind.ResourceExhausted => 2,
            ErrorKind.Cancelled => 1,
            _ => 3,
        };
}
