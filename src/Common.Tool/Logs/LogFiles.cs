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
    /// <param name="files">The files.</param>
    /// <param name="text">The text.</param>
    /// <param name="isGone">Is told if one of them can't be read a second time, as a pipe.</param>
    public static IEnumerable<LogLine> Find(
        IReadOnlyList<string> files,
        string text,
        Action? isGone = null
    )
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var file in OrStandardInput(files))
        {
            using var stream = Open(file, isGone);
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

    private static Stream Open(string file, Action? isGone = null)
    {
        if (file != StandardInput && Directory.Exists(file))
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{SafeText.Of(file)}: it is a folder. Name the logs in it."
            );
        }

        if (file != StandardInput && !File.Exists(file))
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{SafeText.Of(file)}: there is no such file."
            );
        }

        var stream =
            file == StandardInput
                ? Console.OpenStandardInput()
                : new FileStream(
                    file,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.ReadWrite | FileShare.Delete,
                    bufferSize: 0
                );
        if (!stream.CanSeek)
        {
            isGone?.Invoke();
        }

        // What is rotated is often compressed.
        var begun = new BegunStream(stream, GZip.Length);
        return begun.Beginning.SequenceEqual(GZip)
            ? new GZipStream(begun, CompressionMode.Decompress)
            : begun;
    }
}
