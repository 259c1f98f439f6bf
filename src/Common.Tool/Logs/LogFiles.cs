using System.CommandLine;
using System.Text;
using Common.Tool.Shell;

namespace Common.Tool.Logs;

/// <summary>The logs that a command line names, line by line.</summary>
internal static class LogFiles
{
    /// <summary>What stands for standard input among files.</summary>
    public const string StandardInput = "-";

    /// <summary>The argument of all commands of the group.</summary>
    public static Argument<string[]> Argument() =>
        new("file")
        {
            Description = "Logs of services. '-', or none at all, is standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };

    /// <summary>Reads all lines of all files, in order.</summary>
    public static IEnumerable<LogLine> Read(IReadOnlyList<string> files)
    {
        foreach (var file in OrStandardInput(files))
        {
            using var stream = Open(file);
            foreach (var line in Lines(file, stream))
            {
                yield return line;
            }
        }
    }

    /// <summary>Reads only the lines that hold a text; a scan looks at nothing else.</summary>
    public static IEnumerable<LogLine> Find(IReadOnlyList<string> files, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var file in OrStandardInput(files))
        {
            using var stream = Open(file);
            foreach (var line in Find(file, stream, bytes))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<LogLine> Lines(string file, Stream stream)
    {
        var blocks = new LineBlocks(stream);
        var number = 0L;
        List<LogLine> lines = [];
        while (blocks.TryRead(out var block))
        {
            lines.Clear();
            while (!block.IsEmpty)
            {
                lines.Add(new(file, ++number, TakeLine(ref block)));
            }

            foreach (var line in lines)
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<LogLine> Find(string file, Stream stream, byte[] text)
    {
        var blocks = new LineBlocks(stream);
        List<LogLine> lines = [];
        while (blocks.TryRead(out var block))
        {
            lines.Clear();
            while (block.IndexOf(text) is var hit and >= 0)
            {
                block = block[(block[..hit].LastIndexOf((byte)'\n') + 1)..];
                lines.Add(new(file, Number: 0, TakeLine(ref block)));
            }

            foreach (var line in lines)
            {
                yield return line;
            }
        }
    }

    private static string TakeLine(ref ReadOnlySpan<byte> block)
    {
        var end = block.IndexOf((byte)'\n');
        var line = end < 0 ? block : block[..end];
        block = end < 0 ? default : block[(end + 1)..];
        return Encoding.UTF8.GetString(line.TrimEnd((byte)'\r'));
    }

    private static IReadOnlyList<string> OrStandardInput(IReadOnlyList<string> files) =>
        files.Count == 0 ? [StandardInput] : files;

    private static Stream Open(string file)
    {
        if (file == StandardInput)
        {
            return Console.OpenStandardInput();
        }

        return File.Exists(file)
            ? new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                bufferSize: 0
            )
            : throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{file}: there is no such file."
            );
    }
}
