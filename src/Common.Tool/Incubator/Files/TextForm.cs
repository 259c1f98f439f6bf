using System.Security.Cryptography;
using System.Text;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Files;

/// <summary>Reads texts without regard to byte order mark, line endings and final newline, and hashes them so.</summary>
/// <remarks>A checkout may change all three; none of them may count as an edit.</remarks>
internal static class TextForm
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Brings a text to the form that is compared: LF, a newline at the end, no byte order mark.</summary>
    public static string Normalise(string text)
    {
        var plain = text.TrimStart('\uFEFF')
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n');
        return plain.Length == 0 || plain.EndsWith('\n') ? plain : plain + "\n";
    }

    /// <summary>Reads a UTF-8 file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">How messages name it.</param>
    /// <exception cref="ToolException">The file is not UTF-8.</exception>
    public static string Read(string path, string shown)
    {
        try
        {
            return Strict.GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException exception)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{shown} is not UTF-8 text. Save it as UTF-8.",
                exception
            );
        }
    }

    /// <summary>Hashes a normalised text: SHA-256 of its UTF-8 bytes, in lower-case hexadecimal digits.</summary>
    public static string Hash(string normalised) =>
        Convert.ToHexStringLower(SHA256.HashData(Strict.GetBytes(normalised)));

    /// <summary>Whether a text has the form of a hash that <see cref="Hash"/> makes.</summary>
    public static bool IsHash(string text) =>
        text.Length == 64 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
