using System.Data.Common;
using System.Net.Sockets;
using System.Text.Json;
using Common.Abstractions;
using Common.Context;
using NodaTime;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Common.Exceptions.Internal;

/// <summary>What the exceptions of the platform mean.</summary>
internal static class KnownExceptions
{
    public static ServiceException? Map(Exception exception, MapScope scope)
    {
        var error = exception switch
        {
            OperationCanceledException cancelled => MapCancelled(cancelled, scope),
            TimeoutException or TimeoutRejectedException => CommonErrors.DeadlineExceeded(
                exception
            ),
            BrokenCircuitException broken => CommonErrors.DependencyUnavailable(
                broken,
                retryAfter: broken.RetryAfter is { } pause ? Duration.FromTimeSpan(pause) : null
            ),
            HttpRequestException request => MapRequest(request, scope),
            SocketException socket => MapSocket(socket, socket),
            DbException database => MapDatabase(database, scope),
            IOException io => MapIO(io, scope),
            _ => null,
        };

        return scope.Phase switch
        {
            WorkPhase.Reading when error is null && IsUnreadable(exception) =>
                CommonErrors.RequestMalformed(exception),
            WorkPhase.Committing
                when error
                    is {
                        Kind: ErrorKind.DeadlineExceeded
                            or ErrorKind.Unavailable
                            or ErrorKind.Cancelled
                    } => CommonErrors.OutcomeUnknown(exception),
            _ => error,
        };
    }

    private static ServiceException MapCancelled(
        OperationCanceledException exception,
        MapScope scope
    )
    {
        // HttpClient tells its own time-out by a cancellation that a TimeoutException caused.
        if (IsDeadlineOver(scope) || exception.InnerException is TimeoutException)
        {
            return CommonErrors.DeadlineExceeded(exception);
        }

        if (scope.Caller.IsCancellationRequested || !scope.Caller.CanBeCanceled)
        {
            return scope.Stopping.IsCancellationRequested && !scope.Caller.IsCancellationRequested
                ? CommonErrors.ServiceStopping(exception)
                : CommonErrors.RequestCancelled(exception);
        }

        // The caller waits still and there is time: something of ours gave up, and someone should look.
        return scope.Stopping.IsCancellationRequested
            ? CommonErrors.ServiceStopping(exception)
            : CommonErrors.InternalError(exception);
    }

    // Whoever asks need not know: the request's own deadline is known here.
    private static bool IsDeadlineOver(MapScope scope) =>
        scope.IsDeadlineOver || RequestContext.Current is { Deadline.IsExpired: true };

    private static ServiceException? MapRequest(HttpRequestException exception, MapScope scope)
    {
        if (exception.StatusCode is { } status)
        {
            return FromDependency(AnswerStatus.ToKind((int)status, isIdempotent: true), exception);
        }

        return exception.HttpRequestError switch
        {
            HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError
            or HttpRequestError.ResponseEnded
            or HttpRequestError.ProxyTunnelError => CommonErrors.DependencyUnavailable(exception),
            HttpRequestError.Unknown => exception.InnerException switch
            {
                SocketException socket => MapSocket(socket, exception),
                IOException io => MapIO(io, scope with { Phase = WorkPhase.Working })
                    is { Kind: ErrorKind.Unavailable }
                    ? CommonErrors.DependencyUnavailable(exception)
                    : CommonErrors.DependencyFailed(exception),
                _ => CommonErrors.DependencyFailed(exception),
            },
            _ => CommonErrors.DependencyFailed(exception),
        };
    }

    private static ServiceException FromDependency(ErrorKind kind, Exception exception) =>
        kind switch
        {
            ErrorKind.Unavailable => CommonErrors.DependencyUnavailable(exception),
            ErrorKind.DeadlineExceeded => CommonErrors.DeadlineExceeded(exception),
            ErrorKind.Cancelled => CommonErrors.RequestCancelled(exception),
            _ => CommonErrors.DependencyFailed(exception),
        };

    private static ServiceException? MapSocket(SocketException socket, Exception exception) =>
        socket.SocketErrorCode switch
        {
            SocketError.ConnectionRefused
            or SocketError.ConnectionReset
            or SocketError.ConnectionAborted
            or SocketError.HostDown
            or SocketError.HostNotFound
            or SocketError.HostUnreachable
            or SocketError.NetworkDown
            or SocketError.NetworkReset
            or SocketError.NetworkUnreachable
            or SocketError.NotConnected
            or SocketError.Shutdown
            or SocketError.TimedOut
            or SocketError.TryAgain => CommonErrors.DependencyUnavailable(exception),
            _ => null, // an address in use, no buffers, no permission: our own machine is broken
        };

    private static ServiceException? MapIO(IOException exception, MapScope scope)
    {
        if (scope.Phase == WorkPhase.Reading)
        {
            return scope.Caller.IsCancellationRequested
                ? CommonErrors.RequestCancelled(exception)
                : CommonErrors.RequestMalformed(exception);
        }

        return exception switch
        {
            HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } =>
                CommonErrors.DependencyUnavailable(exception),
            { InnerException: SocketException socket } => MapSocket(socket, exception),
            _ => null, // a missing file, a full disk: our own machine is broken
        };
    }

    private static ServiceException? MapDatabase(DbException exception, MapScope scope)
    {
        var bySqlState = exception.SqlState switch
        {
            "40003" or "08007" => CommonErrors.OutcomeUnknown(exception),
            "40001" or "40P01" => CommonErrors.TransactionAborted(exception),
            "57014" => scope.Caller.IsCancellationRequested && !IsDeadlineOver(scope)
                ? CommonErrors.RequestCancelled(exception)
                : CommonErrors.DeadlineExceeded(exception),
            "57P01" or "57P02" or "57P03" => CommonErrors.DependencyUnavailable(exception),
            ['0', '8', ..] or ['5', '3', ..] => CommonErrors.DependencyUnavailable(exception),
            _ => null,
        };

        if (bySqlState is not null)
        {
            return bySqlState;
        }

        return exception switch
        {
            { IsTransient: true } => CommonErrors.DependencyUnavailable(exception),
            { InnerException: TimeoutException } => CommonErrors.DeadlineExceeded(exception),
            { InnerException: SocketException socket } => MapSocket(socket, exception),
            { InnerException: IOException { InnerException: SocketException socket } } => MapSocket(
                socket,
                exception
            ),
            _ => null,
        };
    }

    private static bool IsUnreadable(Exception exception) =>
        exception
            is JsonException
                or FormatException
                or ArgumentException
                or InvalidDataException
                or System.Text.DecoderFallbackException;
}
