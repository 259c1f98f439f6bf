using System.Collections.Frozen;
using System.Globalization;
using Common.Abstractions;
using Common.Exceptions.Internal;

namespace Common.Exceptions;

/// <summary>
/// The border between an operation of ours and a dependency: what the dependency answered is not what our caller did. Immutable and
/// thread-safe; one for each operation, kept in a static field.
/// </summary>
/// <remarks>
/// Only <see cref="ErrorKind.Unavailable"/>, <see cref="ErrorKind.DeadlineExceeded"/> and <see cref="ErrorKind.Cancelled"/> pass on.
/// Anything else becomes <see cref="ErrorKind.Internal"/> with the answer as its cause, unless the operation forwards the code. So an
/// expired credential of ours never reads as our caller's 403.
/// </remarks>
public sealed class Boundary
{
    private readonly FrozenSet<string> _forwards;

    /// <summary>Draws the border.</summary>
    /// <param name="dependency">The dependency's name, for the log.</param>
    /// <param name="forwards">The codes of the dependency's errors that our caller gets as they are.</param>
    /// <exception cref="ArgumentException"><paramref name="dependency"/> is blank, or a code has not the form of <see cref="ErrorCode"/>.</exception>
    public Boundary(string dependency, params IEnumerable<string> forwards)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dependency);
        ArgumentNullException.ThrowIfNull(forwards);
        Dependency = dependency;
        _forwards = forwards.ToFrozenSet(StringComparer.Ordinal);
        foreach (var code in _forwards)
        {
            if (!ErrorCode.IsValid(code))
            {
                throw new ArgumentException(
                    $"An error's code is dotted lower case, such as order.not_found, of at most {ErrorCode.MaxLength} characters.",
                    nameof(forwards)
                );
            }
        }
    }

    /// <summary>The dependency's name.</summary>
    /// <value>For the log; never shown to a caller.</value>
    public string Dependency { get; }

    /// <summary>The codes of the dependency's errors that our caller gets as they are.</summary>
    /// <value>Empty where none was named.</value>
    public IReadOnlySet<string> Forwards => _forwards;

    /// <summary>Calls the dependency and gives back its answer, if that is a success.</summary>
    /// <param name="send">Sends the request.</param>
    /// <param name="cancellationToken">Passed to <paramref name="send"/>; its own cancellation passes through as it is.</param>
    /// <returns>The answer; the caller disposes of it.</returns>
    /// <exception cref="ServiceException">The dependency failed; translated.</exception>
    public async Task<HttpResponseMessage> CallAsync(
        Func<CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(send);
        try
        {
            var response = await send(cancellationToken).ConfigureAwait(false);
            return await EnsureSuccessAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is not ServiceException
                && !(
                    exception is OperationCanceledException
                    && cancellationToken.IsCancellationRequested
                )
            )
        {
            throw ErrorMap.Default.Map(exception, new MapScope { Caller = cancellationToken });
        }
    }

    /// <summary>Gives an answer back if it is a success; else reads what it says, disposes of it and throws.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns><paramref name="response"/>.</returns>
    /// <exception cref="ServiceException">The answer is no success; translated.</exception>
    public async Task<HttpResponseMessage> EnsureSuccessAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw Translate(
                await AnswerReader.ReadAsync(response, cancellationToken).ConfigureAwait(false)
            );
        }
    }

    /// <summary>Translates an error of the dependency into one of ours.</summary>
    /// <param name="answer">What the dependency answered.</param>
    /// <returns>The error to throw, with <paramref name="answer"/> as its cause.</returns>
    public ServiceException Translate(ServiceException answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{Dependency} answered {answer.Kind.ToWireName()}"
        );
        if (_forwards.Contains(answer.Code))
        {
            return new ServiceException(
                answer.Kind,
                answer.Code,
                answer.PublicMessage,
                detail,
                answer
            )
            {
                Fields = answer.Fields,
                Errors = answer.Errors,
                RetryAfter = answer.RetryAfter,
            };
        }

        return answer.Kind switch
        {
            ErrorKind.Unavailable => CommonErrors.DependencyUnavailable(
                answer,
                detail,
                answer.RetryAfter
            ),
            ErrorKind.DeadlineExceeded => CommonErrors.DeadlineExceeded(answer, detail),
            ErrorKind.Cancelled => CommonErrors.RequestCancelled(answer, detail),
            _ => CommonErrors.DependencyFailed(answer, detail),
        };
    }

    /// <summary>Translates what the call of a dependency threw.</summary>
    /// <param name="exception">Any exception.</param>
    /// <returns>
    /// The error to throw, with <paramref name="exception"/> as its cause. What the table does not know is a defect of ours and
    /// stays <c>internal.error</c>.
    /// </returns>
    public ServiceException Translate(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is ServiceException answer
            ? Translate(answer)
            : ErrorMap.Default.Map(exception);
    }
}
