using System;
using System.Security.Cryptography;
using System.Text;

namespace Common.Incubator.Auth;

/// <summary>Compares secrets in a time that tells nothing about them.</summary>
public static class SecretText
{
    /// <summary>Whether two texts are the same. Takes no longer for nearly equal ones, and hides their lengths, too.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    public static bool Equals(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<byte> one = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> other = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(left, one);
        Hash(right, other);
        return CryptographicOperations.FixedTimeEquals(one, other);
    }

    // Of one length whatever the text is, which is what a comparison in constant time needs.
    private static void Hash(ReadOnlySpan<char> text, Span<byte> hash)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        SHA256.HashData(bytes, hash);
        CryptographicOperations.ZeroMemory(bytes);
    }
}
