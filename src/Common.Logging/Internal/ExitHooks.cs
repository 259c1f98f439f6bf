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
            _signals.Add(PosixSignalRegistration.Create(signal, _ => Flush()));
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

    private void OnExit(object? sender, EventArgs args) => Flush();

    private void OnException(object sender, UnhandledExceptionEventArgs args) => Flush();

    private void Flush() => _pipeline.FlushAtEnd(Limit);
}
