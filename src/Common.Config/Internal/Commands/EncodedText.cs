using System.Text;

namespace Common.Config.Internal.Commands;

/// <summary>The text of a file with the way in which it was written, so that it can be written so again.</summary>
/// <param name="Text">The text without its byte order mark.</param>
/// <param name="Encoding">The encoding; its preamble is the mark that the file had, if it had one.</param>
internal sealed record EncodedText(string Text, Encoding Encoding)
{
    private static readonly Encoding[] Marked =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    private static readonly UTF8Encoding Unmarked = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Reads what a file holds.</summary>
    /// <exception cref="FormatException">The bytes are no text in UTF-8 or UTF-16.</exception>
    public static EncodedText Of(byte[] content)
    {
        var encoding =
            Array.Find(Marked, marked => content.AsSpan().StartsWith(marked.Preamble)) ?? Unmarked;
        try
        {
            return new EncodedText(
                encoding.GetString(content.AsSpan(encoding.Preamble.Length)),
                encoding
            );
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException("The file is no text in UTF-8 or UTF-16.", e);
        }
    }

    /// <summary>Writes another text in the same way.</summary>
    public byte[] With(string text) => [.. Encoding.Preamble, .. Encoding.GetBytes(text)];
}
