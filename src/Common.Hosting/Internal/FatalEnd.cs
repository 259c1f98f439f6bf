using System.Globalization;
using System.Text.Json;
using Common.Config;
using Common.Logging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Common.Hosting.Internal;

/// <summary>Ends the process with one Fatal record and an exit code when an exception was caught by nobody.</summary>
internal sealed class FatalEnd(
    IConfiguration configuration,
    ServiceIdentity identity,
    ServiceProcess process
)
{
    /// <summary>Takes over from the guard of the first instructions. Only the process of the service itself may be ended.</summary>
    public void TakeOver()
    {
        StartGuard.StandDown();
        AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
    }

    /// <summary>Writes the record and ends the process.</summary>
    public static void End(
        IConfiguration configuration,
        ServiceIdentity identity,
        object thrown,
        bool hasStarted,
        CommonLoggerProvider? provider = null
    )
    {
        var exception = thrown as Exception ?? new InvalidOperationException(thrown.ToString());
        int exitCode;
        using (var log = EmergencyLog.Open(configuration, identity, provider))
        {
            exitCode = Tell(log.Logger, exception, hasStarted);
        }

        Environment.Exit(exitCode);
    }

    /// <summary>Writes the record.</summary>
    /// <returns>The exit code that goes with it.</returns>
    public static int Tell(ILogger logger, Exception thrown, bool hasStarted)
    {
        var exception = Unwrap(thrown);
        var mistakes = Mistakes(exception);
        if (mistakes.Count > 0)
        {
            logger.ServiceMisconfigured(mistakes);
            return ExitCodes.Configuration;
        }

        if (hasStarted)
        {
            logger.ServiceCrashed(ReasonOf(exception), exception);
        }
        else
        {
            logger.ServiceStartFailed(ReasonOf(exception), exception);
        }

        return ExitCodes.Software;
    }

    /// <summary>Says what is wrong in the configuration; nothing, if the exception tells of something else.</summary>
    internal static IReadOnlyList<string> Mistakes(Exception exception) =>
        exception switch
        {
            ConfigException config => [.. config.Errors.Select(e => e.ToString())],
            OptionsValidationException options => [.. options.Failures],
            // A source that cannot be loaded: the file is in the message, the place in a cause.
            { StackTrace: { } stack } when IsThrownBySource(exception, stack) =>
            [
                string.Join(' ', Messages(exception)),
            ],
            _ => [],
        };

    private static bool IsThrownBySource(Exception exception, string stack) =>
        stack
            .AsSpan()
            .TrimStart()
            .StartsWith("at Microsoft.Extensions.Configuration.", StringComparison.Ordinal)
        || (
            // A file that is there and may not be opened, of which the platform says nothing itself.
            exception is IOException or UnauthorizedAccessException
            && stack.Contains(
                "at Microsoft.Extensions.Configuration.FileConfigurationProvider.Load",
                StringComparison.Ordinal
            )
        );

    private static IEnumerable<string> Messages(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            // The message of the JSON reader repeats the text that it could not read, which may be a secret.
            yield return cause is JsonException { LineNumber: { } line, BytePositionInLine: { } at }
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"It is not JSON at line {line + 1}, byte {at + 1}."
                )
                : cause.Message;
        }
    }

    // What tells an operator enough to act, in the record's own line; the stack follows it.
    private static string ReasonOf(Exception exception) =>
        exception.GetBaseException() switch
        {
            var root when ReferenceEquals(root, exception) => exception.Message,
            var root => $"{exception.Message} ({root.Message})",
        };

    private static Exception Unwrap(Exception exception) =>
        exception switch
        {
            AggregateException { InnerExceptions: [var only] } => Unwrap(only),
            System.Reflection.TargetInvocationException { InnerException: { } inner } => Unwrap(
                inner
            ),
            TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
            _ => exception,
        };

    private void OnUnhandled(object sender, UnhandledExceptionEventArgs e)
    {
        if (process.FatalExitCode is { } told)
        {
            Environment.Exit(told); // a start that was given up because of what is told already
        }

        End(configuration, identity, e.ExceptionObject, process.HasStarted, process.Provider);
    }
}
