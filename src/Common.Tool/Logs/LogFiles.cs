using System.CommandLine;
using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using Common.Tool.Shell;

namespace Common.Tool.Logs;

/// <summary>The logs that a command line names, line by line.</summary>
internal static class LogFiles
{
    /// <summary>What stands for standard input among files.</summary>
    public const string StandardInput = "-";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    // RFC 1952, section 2.3.1
    private static ReadOnlySpan<byte> GZip => [0x1F, 0x8B];

    /// <summary>The argument of all commands of the group.</summary>
    public static Argument<string[]> Argument() =>
        new("file")
        {
            Description =
                "Logs of services, as they are or compressed by gzip. '-', or none at all, is standard input.",
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
        while (TryRead(blocks, file, out var block))
        {
            lines.Clear();
            if (number == 0 && block.StartsWith(ByteOrderMark))
            {
                block = block[ByteOrderMark.Length..];
            }

            while (!block.IsEmpty)
            {
                lines.Add(TakeLine(ref block, file, ++number));
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
        while (TryRead(blocks, file, out var block))
        {
            lines.Clear();
            while (block.IndexOf(text) is var hit and >= 0)
            {
                block = block[(block[..hit].LastIndexOf((byte)'\n') + 1)..];
                lines.Add(TakeLine(ref block, file, number: 0));
            }

            foreach (var line in lines)
            {
                yield return line;
            }
        }
    }

    private static LogLine TakeLine(ref ReadOnlySpan<byte> block, string file, long number)
    {
        var end = block.IndexOf((byte)'\n');
        var line = (end < 0 ? block : block[..end]).TrimEnd((byte)'\r');
        block = end < 0 ? default : block[(end + 1)..];
        return new LogLine(file, number, Encoding.UTF8.GetString(line), Utf8.IsValid(line));
    }

    private static bool TryRead(LineBlocks blocks, string file, out ReadOnlySpan<byte> lines)
    {
        try
        {
            return blocks.TryRead(out lines);
        }
        catch (InvalidDataException exception)
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{SafeText.Of(file)}: what gzip has compressed is damaged.",
                exception
            );
        }
    }

    private static IReadOnlyList<string> OrStandardInput(IReadOnlyList<string> files) =>
        files.Count == 0 ? [StandardInput] : files;

    private static Stream Open(string file)
    {
        if (file == StandardInput)
        {
            return Console.OpenStandardInput();
        }

        if (!File.Exists(file))
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{SafeText.Of(file)}: there is no such file."
            );
        }

        var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 0
        );
        return IsCompressed(stream) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    // What is rotated is often compressed. A pipe can't be read twice, and is what it is.
    private static bool IsCompressed(FileStream stream)
    {
        if (!stream.CanSeek)
        {
            return false;
        }

        Span<byte> start = stackalloc byte[GZip.Length];
        var isCompressed =
            stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual(GZip);
        stream.Position = 0;
        return isCompressed;
    }
}
