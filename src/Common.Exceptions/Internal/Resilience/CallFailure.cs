using System.Runtime.InteropServices;
using Common.Abstractions;
using NodaTime;
using Polly;
using Polly.Timeout;

namespace Common.Exceptions.Internal.Resilience;

/// <summary>How an attempt failed.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CallFailure(ErrorKind Kind, Duration? RetryAfter)
{
    /// <summary>Reads an outcome; null is no failure, or one of the pipeline's own making.</summary>
    public static CallFailure? Of(Outcome<object> outcome, ErrorMap map)
    {
        switch (outcome.Exception)
        {
            case null:
                return outcome.Result is HttpResponseMessage { IsSuccessStatusCode: false } response
                    ? OfResponse(response)
                    : null;
            case TimeoutRejectedException:
                return new CallFailure(ErrorKind.DeadlineExceeded, null);
            case ExecutionRejectedException:
                return null; // the circuit is open: nothing was tried
            case { } exception:
                var error = map.Map(exception);
                return new CallFailure(error.Kind, error.RetryAfter);
        }
    }

    /// <summary>What the log says of an outcome.</summary>
    public static string Describe(Outcome<object> outcome) =>
        outcome.Exception is { } exception
            ? $"{exception.GetType().Name}: {ExceptionText.MessageOf(exception)}"
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"status {(int)((HttpResponseMessage)outcome.Result!).StatusCode}"
            );

    private static CallFailure OfResponse(HttpResponseMessage response) =>
        new(
            AnswerStatus.ToKind((int)response.StatusCode, isIdempotent: true),
            RetryAfterHeader.Read(response)
        );
}
