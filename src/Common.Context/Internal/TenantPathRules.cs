using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Common.Context.Internal;

/// <summary>What a tenant path is made of, and the texts that say what is wrong with one.</summary>
internal static class TenantPathRules
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/"
    );

    /// <summary>How many characters a number has bits for.</summary>
    private const int MaxShort = 64;

    /// <summary>How many characters are looked at together.</summary>
    private const int Step = 8;

    public static bool IsPath(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > TenantPath.MaxLength || text[0] != '/')
        {
            return false;
        }

        return text.Length is >= Step and <= MaxShort ? IsShortPath(text) : IsAnyPath(text);
    }

    /// <summary>Looks at a short path as a whole, a bit for each character.</summary>
    private static bool IsShortPath(ReadOnlySpan<char> text)
    {
        var slashes = 0UL;
        var names = 0UL;
        var marks = 0UL;
        ref var start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        for (var i = 0; i < text.Length; i += Step)
        {
            var at = Math.Min(i, text.Length - Step); // the last step goes over some characters once more
            var c = Vector128.LoadUnsafe(ref start, (nuint)at);
            slashes |= Bits(Vector128.Equals(c, Vector128.Create((ushort)'/'))) << at;
            names |= Bits(AreLettersOrDigits(c)) << at;
            marks |= Bits(AreMarks(c)) << at;
        }

        // Behind each slash a name begins. The deepest path of so few characters has not too many levels.
        return (slashes << 1 & ~names) == 0
            && slashes >> (text.Length - 1) == 0
            && BitOperations.PopCount(slashes | names | marks) == text.Length;
    }

    private static bool IsAnyPath(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyExcept(NameCharacters))
        {
            return false;
        }

        var levels = 0;
        while (!text.IsEmpty)
        {
            text = text[1..];
            if (
                text.IsEmpty
                || !char.IsAsciiLetterOrDigit(text[0])
                || ++levels > TenantPath.MaxLevels
            )
            {
                return false;
            }

            var end = text.IndexOf('/');
            text = end < 0 ? [] : text[end..];
        }

        return true;
    }

    public static FormatException NotAPath(int length) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A text of length {length} is not a tenant path; it must have from 1 to {TenantPath.MaxLevels} levels and at most {TenantPath.MaxLength} characters, each level a '/' and a name of ASCII letters, digits, '.', '_' and '-' that begins with a letter or digit."
            )
        );

    private static Vector128<ushort> AreLettersOrDigits(Vector128<ushort> c) =>
        Vector128.LessThan(
            (c | Vector128.Create((ushort)0x20)) - Vector128.Create((ushort)'a'),
            Vector128.Create((ushort)26)
        ) | Vector128.LessThan(c - Vector128.Create((ushort)'0'), Vector128.Create((ushort)10));

    private static Vector128<ushort> AreMarks(Vector128<ushort> c) =>
        Vector128.Equals(c, Vector128.Create((ushort)'.'))
        | Vector128.Equals(c, Vector128.Create((ushort)'_'))
        | Vector128.Equals(c, Vector128.Create((ushort)'-'));

    private static ulong Bits(Vector128<ushort> characters) =>
        characters.ExtractMostSignificantBits();
}
