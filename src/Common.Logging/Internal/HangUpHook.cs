using System.Runtime.InteropServices;

namespace Common.Logging.Internal;

/// <summary>Opens the log file again on SIGHUP, as logrotate asks for.</summary>
internal sealed class HangUpHook : IDisposable
{
    private readonly PosixSignalRegistration _registration;

    private HangUpHook(FileSink sink) =>
        _registration = PosixSignalRegistration.Create(
            PosixSignal.SIGHUP,
            context =>
            {
                context.Cancel = true;
                sink.Reopen();
            }
        );

    /// <summary>A hook for a sink that is a file, else none: then SIGHUP ends the process, as ever.</summary>
    public static HangUpHook? For(LogSink sink) =>
        sink is FileSink file && !OperatingSystem.IsWindows() ? new HangUpHook(file) : null;

    public void Dispose() => _registration.Dispose();
}
