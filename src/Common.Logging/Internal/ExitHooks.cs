using System.Runtime.InteropServices;

namespace Common.Logging.Internal;

/// <summary>Flushes before the process ends: on return from Main, Exit, an unhandled exception, and signals.</summary>
internal sealed class ExitHooks : IDisposable
{
    /// <summary>How long a stuck sink is waited for at the end.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly RecordPipeline _pipeline;
    private readonly List<PosixSignalRegistration> _signals = [];

    public ExitHooks(RecordPipeline pipeline)
    {
        _pipeline = pipeline;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        AppDomain.CurrentDomain.UnhandledException += OnException;
        foreach (
            var signal in (PosixSignal[])
                [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGHUP]
        )
        {
            _signals.Add(PosixSignalRegistration.Create(signal, OnSignal));
        }
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        AppDomain.CurrentDomain.UnhandledException -= OnException;
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }
    }

    private void OnExit(object? sender, EventArgs args) => End();

    private void OnException(object sender, UnhandledExceptionEventArgs args) => End();

    /// <summary>Flushes; what is logged by handlers that are called later is written as it comes.</summary>
    private void End()
    {
        _pipeline.BeginEnd();
        _pipeline.FlushAtEnd();
    }

    /// <summary>Flushes. A service that is asked to end does so in its own time, and the exit of the process comes after that.</summary>
    private void OnSignal(PosixSignalContext context) =>
        _pipeline.FlushAtEnd(context.Signal == PosixSignal.SIGTERM ? Limit : null);
}
