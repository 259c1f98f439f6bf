using System.Text;

namespace Common.Tool.Incubator.Files;

/// <summary>How a file is written: byte order mark, line ending, final newline.</summary>
/// <param name="ByteOrderMark">Whether the file begins with a byte order mark.</param>
/// <param name="LineEnding">The line ending that most of its lines have.</param>
/// <param name="FinalNewline">Whether its last line ends.</param>
internal readonly record struct TextStyle(bool ByteOrderMark, string LineEnding, bool FinalNewline)
{
    /// <summary>The style of a new file: no mark, LF, a final newline.</summary>
    public static TextStyle Default { get; } = new(false, "\n", true);

    /// <summary>Finds the style of a text.</summary>
    public static TextStyle Of(string text)
    {
        var lines = text.Count(c => c == '\n');
        var windows = 0;
        for (var i = text.IndexOf("\r\n", StringComparison.Ordinal); i >= 0; )
        {
            windows++;
            i = text.IndexOf("\r\n", i + 2, StringComparison.Ordinal);
        }

        return new TextStyle(
            text.StartsWith('\uFEFF'),
            windows > lines - windows ? "\r\n" : "\n",
            text.Length == 0 || text.EndsWith('\n')
        );
    }

    /// <summary>Writes a normalised text in this style.</summary>
    public byte[] Apply(string normalised)
    {
        var text = FinalNewline ? normalised : normalised.TrimEnd('\n');
        if (LineEnding != "\n")
        {
            text = text.Replace("\n", LineEnding, StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(ByteOrderMark ? $"\uFEFF{text}" : text);
    }
}
