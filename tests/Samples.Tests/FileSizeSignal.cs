using System.Runtime.InteropServices;

namespace Samples.Tests;

/// <summary>The signal that ends a process which writes beyond its limit of file sizes (setrlimit(2), RLIMIT_FSIZE).</summary>
internal static class FileSizeSignal
{
    private const int SigXfsz = 25;
    private static readonly nint s_ignore = 1; // SIG_IGN

    /// <summary>Ignores it here and in every process started afterwards, so that the write fails instead, as on a full disk.</summary>
    public static void Ignore() => Signal(SigXfsz, s_ignore);

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Signal(int signal, nint handler);
}
