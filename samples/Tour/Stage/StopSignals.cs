using System.Runtime.InteropServices;

namespace Tour.Stage;

/// <summary>Turns Ctrl+C and the signals that end a process into a cancellation, so that everything is cleaned up.</summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>The exit code of a process that was interrupted: 128 and the number of SIGINT.</summary>
    public const int ExitCode = 130;

    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals(CancellationTokenSource stop)
    {
        _registrations =
        [
            .. new[]
            {
                PosixSignal.SIGINT,
                PosixSignal.SIGTERM,
                PosixSignal.SIGHUP,
                PosixSignal.SIGQUIT,
            }.Select(signal =>
                PosixSignalRegistration.Create(
                    signal,
                    context =>
                    {
                        context.Cancel = true; // the Tour ends by itself, after cleaning up
                        stop.Cancel();
                    }
                )
            ),
        ];
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
