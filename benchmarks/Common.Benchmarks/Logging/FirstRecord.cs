using System.Text;

namespace Common.Benchmarks.Logging;

/// <summary>A process that writes one record to a file and ends: what <see cref="FirstRecordRow"/> starts.</summary>
internal static class FirstRecord
{
    /// <summary>The argument that makes this program be such a process; the logging's name and the file's follow.</summary>
    public const string Argument = "--first-record";

    /// <summary>The platform's logging with a provider that does nothing, which everybody pays for.</summary>
    public const string PlatformAlone = "the platform's logging, no provider's";

    /// <summary>Writes the record, and prints how many nanoseconds of processor time the process took until the file was closed.</summary>
    public static int Run(string logging, string path)
    {
        switch (logging)
        {
            case "Common":
                using (var factory = LoggingPeers.CommonFactory(path))
                    LoggingPeers.LoggerOf<RecordRow>(factory).OrderCompleted(42, 3, 129.95m);
                break;
            case PlatformAlone:
                using (var services = LoggingPeers.Idle())
                    LoggingPeers.LoggerOf<RecordRow>(services).OrderCompleted(42, 3, 129.95m);
                File.WriteAllText(path, "{}\n");
                break;
            case "nothing":
                File.WriteAllText(path, "{}\n");
                break;
            default:
                Write(logging, path);
                break;
        }

        Console.Write(
            (Environment.CpuUsage.TotalTime.Ticks * 100).ToString(
                System.Globalization.CultureInfo.InvariantCulture
            )
        );
        return 0;
    }

    private static void Write(string logging, string path)
    {
        using var output = new StreamWriter(path, append: false, new UTF8Encoding(false));
        using IDisposable peer = logging switch
        {
            "MEL" => LoggingPeers.Platform(isJson: true, output),
            "NLog" => LoggingPeers.NLog(isJson: true, output),
            "Serilog" => LoggingPeers.Serilog(isJson: true, output),
            _ => throw new ArgumentOutOfRangeException(nameof(logging)),
        };
        LoggingPeers.LoggerOf<RecordRow>(peer).PlatformOrderCompleted(42, 3, 129.95m);
    }
}
