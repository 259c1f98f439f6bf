using System.Globalization;
using System.Runtime.InteropServices;

namespace Common.Benchmarks.Runner;

/// <summary>Says what the figures were measured on.</summary>
internal static class Machine
{
    /// <summary>One line: processor, number of cores, system, runtime, clock.</summary>
    public static string Describe() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}, {(MeasuringClock.HasCpuTime ? "thread CPU time" : "elapsed time: no CPU time on this system")}"
        );

    /// <summary>How many threads wanted to run in the last minute, on average.</summary>
    public static string Load()
    {
        const string average = "/proc/loadavg";
        return File.Exists(average) ? File.ReadAllText(average).Split(' ')[0] : "not known";
    }

    private static string Processor()
    {
        const string cpuInfo = "/proc/cpuinfo";
        var model = File.Exists(cpuInfo)
            ? File.ReadLines(cpuInfo)
                .FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return model?[(model.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
