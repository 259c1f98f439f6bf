using System.Security.Cryptography;
using System.Text;

namespace Common.Analyzers.Incubator;

/// <summary>Hashes a text as the tool does: without regard to byte order mark, line endings and final newline.</summary>
internal static class CopyHash
{
    /// <summary>Hashes a text: SHA-256 in lower-case hexadecimal digits.</summary>
    public static string Of(string text)
    {
        var plain = text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');
        if (plain.Length > 0 && plain[plain.Length - 1] != '\n')
        {
            plain += "\n";
        }

        using var sha = SHA256.Create();
        return string.Concat(
            sha.ComputeHash(Encoding.UTF8.GetBytes(plain)).Select(b => b.ToString("x2"))
        );
    }
}
