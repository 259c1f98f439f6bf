using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Tests.Child;

/// <summary>The ways in which a process ends that has no host.</summary>
internal static class Endings
{
    public const int ReturnCode = 7;
    private const int ExitCode = 8;
    private const int Flows = 4;
    private const long EnoughSteps = 20_000;

    public static void Run(string ending, ILogger logger)
    {
        switch (ending)
        {
            case "return":
                return;
            case "exit":
                Environment.Exit(ExitCode);
                return;
            case "exit-in-value":
                logger.ValueSeen(new ExitingValue(ExitCode));
                return;
            case "exit-in-unhandled":
                AppDomain.CurrentDomain.UnhandledException += (_, _) => Environment.Exit(ExitCode);
                throw new InvalidOperationException("The work went wrong.");
            case "exit-in-signal":
                using (
                    PosixSignalRegistration.Create(
                        PosixSignal.SIGTERM,
                        _ => Environment.Exit(ExitCode)
                    )
                )
                {
                    WaitForever();
                }

                return;
            case "exit-with-flows":
                RunFlows(logger);
                Environment.Exit(ExitCode);
                return;
            case "throw":
                throw new InvalidOperationException("The work went wrong.");
            case "throw-in-thread":
                new Thread(() =>
                    throw new InvalidOperationException("The work went wrong.")
                ).Start();
                WaitForever();
                return;
            case "fail-fast":
                logger.StepFailed(step: 0);
                Environment.FailFast("The work went wrong.");
                return;
            case "kill-itself":
                logger.StepFailed(step: 0);
                Process.GetCurrentProcess().Kill();
                return;
            case "log-at-exit":
                AppDomain.CurrentDomain.ProcessExit += (_, _) => logger.WorkStopped();
                return;
            case "two-services":
                LogBesides();
                return;
            case "wait":
                WaitForever();
                return;
            case "log-and-tell":
                LogAndTell(logger);
                return;
            case "log-texts":
                LogTexts(logger);
                return;
            case "log-on-lines":
                LogOnLines(logger);
                return;
            default:
                throw new ArgumentException($"There is no ending '{ending}'.", nameof(ending));
        }
    }

    /// <summary>Says on standard error that all is logged, and waits to be ended.</summary>
    private static void WaitForever()
    {
        Console.Error.WriteLine("ready");
        Thread.CurrentThread.Join(); // never comes
    }

    /// <summary>Logs on two services of this one process at once.</summary>
    private static void LogBesides()
    {
        Thread[] threads =
        [
            .. Enumerable
                .Range(1, 2)
                .Select(flow => new Thread(() =>
                {
                    var logger = Program
                        .Services()
                        .GetRequiredService<ILoggerFactory>()
                        .CreateLogger("Child");
                    for (var step = 0L; step < EnoughSteps; step++)
                    {
                        logger.StepCompleted(flow, step);
                    }
                })),
        ];
        Array.ForEach(threads, static thread => thread.Start());
        Array.ForEach(threads, static thread => thread.Join());
    }

    /// <summary>Logs until it is killed, and says on standard error when it has logged each record.</summary>
    private static void LogAndTell(ILogger logger)
    {
        using var never = new ManualResetEventSlim();
        for (var step = 0L; !never.Wait(millisecondsTimeout: 1); step++)
        {
            logger.StepCompleted(flow: 1, step);
            Console.Error.WriteLine(
                TimeProvider
                    .System.GetUtcNow()
                    .ToString("O", System.Globalization.CultureInfo.InvariantCulture)
            );
        }
    }

    /// <summary>Logs each line of standard input, a JSON string, as the message of a library that declares no events.</summary>
    private static void LogTexts(ILogger logger)
    {
        while (Console.In.ReadLine() is { } line)
        {
            using var json = System.Text.Json.JsonDocument.Parse(line);
            var text = json.RootElement.GetString()!;
#pragma warning disable CMN3001 // what libraries do that declare no events
            logger.Log(
                LogLevel.Information,
                default,
                text,
                exception: null,
                static (message, _) => message
            );
#pragma warning restore CMN3001
        }
    }

    /// <summary>Logs one record for each line of standard input, until its end.</summary>
    private static void LogOnLines(ILogger logger)
    {
        Console.Error.WriteLine("ready");
        for (var step = 0L; Console.In.ReadLine() is { } line; step++)
        {
            if (line == "detail")
            {
                logger.DetailSeen();
            }

            logger.StepCompleted(flow: 1, step);
        }
    }

    /// <summary>Logs on several threads, which go on while the process ends, and counts in a last record what was logged before it.</summary>
    private static void RunFlows(ILogger logger)
    {
        var steps = new long[Flows];
        for (var i = 0; i < Flows; i++)
        {
            var flow = i;
            new Thread(() =>
            {
                while (true)
                {
                    logger.StepCompleted(flow, steps[flow]);
                    Volatile.Write(ref steps[flow], steps[flow] + 1);
                }
            })
            {
                IsBackground = true,
            }.Start();
        }

        SpinWait.SpinUntil(() =>
            Enumerable.Range(0, Flows).All(flow => Volatile.Read(ref steps[flow]) > EnoughSteps)
        );
        logger.StepsCounted([
            .. Enumerable.Range(0, Flows).Select(flow => Volatile.Read(ref steps[flow])),
        ]);
    }
}
