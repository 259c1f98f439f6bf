using Common.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>Sees to it that the hand-written way writes what we write.</summary>
internal static class SameLine
{
    private const int TimeLength = 27;

    /// <summary>Throws unless both lines are the same but for the time.</summary>
    public static void Check(LogFormat format, HandWrittenRecord limit)
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var services = LoggingPeers.Common(format, path))
            using (LoggingPeers.Context.Enter())
                services
                    .GetRequiredService<ILogger<RecordRow>>()
                    .OrderCompleted(4_217_042, 3, 129.95m);

            var ours = WithoutTime(File.ReadAllText(path));
            var theirs = WithoutTime(limit.WriteText(4_217_042, 3, 129.95m));
            if (!string.Equals(ours, theirs, StringComparison.Ordinal))
                throw new InvalidOperationException($"Not the same line:\n{ours}{theirs}");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string WithoutTime(string line)
    {
        var start = line.IndexOf("20", StringComparison.Ordinal);
        return line.Remove(start, TimeLength);
    }
}
