using System.Text;

namespace Common.Config.Internal.Sources;

/// <summary>Reads files that are not in UTF-8.</summary>
internal static class EncodingExtensions
{
    /// <summary>Gives the text after the two bytes of the byte order mark, in UTF-8.</summary>
    public static byte[] GetPreambleFree(this Encoding encoding, byte[] content) =>
        Encoding.UTF8.GetBytes(encoding.GetString(content, 2, content.Length - 2));
}
