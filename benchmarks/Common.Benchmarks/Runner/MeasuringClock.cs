using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Common.Benchmarks.Runner;

/// <summary>Reads the clocks that rows are measured with.</summary>
internal static partial class MeasuringClock
{
    // The values of <time.h> on Linux; elsewhere the elapsed time is measured.
    private const int ProcessCpuTime = 2;
    private const int ThreadCpuTime = 3;

    /// <summary>Whether CPU time can be read on this system; if not, elapsed time is measured instead.</summary>
    public static bool HasCpuTime { get; } =
        OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>Nanoseconds since an arbitrary point.</summary>
    public static double Read(TimeSource source) =>
        source == TimeSource.Wall || !HasCpuTime
            ? Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency)
            : ReadCpu(source == TimeSource.ThreadCpu ? ThreadCpuTime : ProcessCpuTime);

    private static double ReadCpu(int clock) =>
        ClockGetTime(clock, out var time) == 0
            ? (time.Seconds * 1e9) + time.Nanoseconds
            : throw new InvalidOperationException($"clock_gettime({clock}) failed.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
