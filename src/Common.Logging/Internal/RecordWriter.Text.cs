using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace Common.Logging.Internal;

internal sealed partial class RecordWriter
{
    /// <summary>The most bytes that one UTF-16 unit takes, written as <c>\u001b</c>.</summary>
    private const int MostBytesPerChar = 6;

    /// <summary>The longest text that is written without looking at the room for each of its characters.</summary>
    private const int ShortText = 1024;

    /// <summary>Writes numbers and plain ASCII as they stand in a body.</summary>
    public void AppendBare(long value)
    {
        ref var from = ref At(Position);
        Advance(ref from, ref NumberText.Write(ref from, value));
    }

    /// <inheritdoc cref="AppendBare(long)"/>
    public void AppendBare(ulong value)
    {
        ref var from = ref At(Position);
        Advance(ref from, ref NumberText.Write(ref from, value));
    }

    /// <inheritdoc cref="AppendBare(long)"/>
    public void AppendBare(double value)
    {
        ref var from = ref At(Position);
        Advance(ref from, ref NumberText.Write(ref from, value));
    }

    /// <inheritdoc cref="AppendBare(long)"/>
    public void AppendBare(decimal value)
    {
        ref var from = ref At(Position);
        Advance(ref from, ref NumberText.Write(ref from, value));
    }

    /// <inheritdoc cref="AppendBare(long)"/>
    public void AppendBare(string text) => Position += Encoding.UTF8.GetBytes(text, Rest);

    /// <summary>Writes a value that is text: quoted, or bare in the text format where it reads back as itself.</summary>
    private void WriteText(ReadOnlySpan<char> text)
    {
        if (!isJson && !_isInList && Characters.IsBare(text) && Fits(text.Length))
        {
            Encoding.UTF8.GetBytes(text, Rest);
            Position += text.Length;
            return;
        }

        WriteQuoted(text);
    }

    /// <summary>Writes a JSON string, cut where the record ends.</summary>
    private void WriteQuoted(ReadOnlySpan<char> text)
    {
        At(Position++) = (byte)'"';
        WriteEscaped(text);
        At(Position++) = (byte)'"';
    }

    /// <summary>Writes text with everything escaped that may not stand raw, without quotation marks.</summary>
    private void WriteEscaped(ReadOnlySpan<char> text)
    {
        if (text.Length <= ShortText && Position + (text.Length * MostBytesPerChar) + 2 <= _limit)
        {
            WriteEscapedUnchecked(text);
            return;
        }

        while (!text.IsEmpty)
        {
            var room = _limit - Position - 2;
            var part = Math.Min(Math.Min(room / MostBytesPerChar, ShortText), text.Length);
            if (part < text.Length && part > 0 && char.IsHighSurrogate(text[part - 1]))
            {
                part--;
            }

            if (part <= 0)
            {
                _isCut = true;
                return;
            }

            WriteEscapedUnchecked(text[..part]);
            text = text[part..];
        }
    }

    /// <summary>Writes text that needs no escapes as it is, cut where the record ends.</summary>
    private void WriteRaw(ReadOnlySpan<char> text)
    {
        var room = Rest;
        if (text.Length * 3L > room.Length)
        {
            Utf8.FromUtf16(text, room, out var taken, out var cut);
            _isCut |= taken < text.Length;
            Position += cut;
            return;
        }

        Position += Encoding.UTF8.GetBytes(text, room);
    }

    private void WriteEscapedUnchecked(ReadOnlySpan<char> text)
    {
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref At(Position);
        nint from = 0;
        nint to = 0;
        nint length = text.Length;
        while (from < length)
        {
            if (from + Vector128<ushort>.Count <= length)
            {
                var eight = Vector128.LoadUnsafe(ref source, (nuint)from);
                var escaped =
                    Vector128.GreaterThan(
                        eight - Vector128.Create((ushort)' '),
                        Vector128.Create((ushort)('~' - ' '))
                    )
                    | Vector128.Equals(eight, Vector128.Create((ushort)'"'))
                    | Vector128.Equals(eight, Vector128.Create((ushort)'\\'));
                if (escaped == Vector128<ushort>.Zero)
                {
                    Unsafe.WriteUnaligned(
                        ref Unsafe.Add(ref target, to),
                        Vector128.Narrow(eight, eight).AsUInt64().ToScalar()
                    );
                    from += Vector128<ushort>.Count;
                    to += Vector128<ushort>.Count;
                    continue;
                }
            }

            int c = Unsafe.Add(ref source, from);
            if (c is >= ' ' and <= '~' and not '"' and not '\\')
            {
                Unsafe.Add(ref target, to) = (byte)c;
                from++;
                to++;
            }
            else
            {
                to += WriteSpecial(text, (int)from, ref Unsafe.Add(ref target, to), out var taken);
                from += taken;
            }
        }

        Position += (int)to;
    }

    /// <summary>Writes a character that is not plain ASCII: escaped, or as UTF-8. A lone surrogate becomes U+FFFD.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int WriteSpecial(
        ReadOnlySpan<char> text,
        int index,
        ref byte target,
        out int taken
    )
    {
        var bytes = MemoryMarshal.CreateSpan(ref target, 2 * MostBytesPerChar);
        Rune.DecodeFromUtf16(text[index..], out var rune, out taken);
        var escape = rune.Value switch
        {
            '"' => (byte)'"',
            '\\' => (byte)'\\',
            '\n' => (byte)'n',
            '\r' => (byte)'r',
            '\t' => (byte)'t',
            _ => (byte)0,
        };
        if (escape != 0)
        {
            bytes[0] = (byte)'\\';
            bytes[1] = escape;
            return 2;
        }

        if (rune.Value >= ' ' && rune.Value != 0x7F && !Characters.IsEscaped(rune.Value))
        {
            return rune.EncodeToUtf8(bytes);
        }

        Span<char> units = stackalloc char[2];
        var count = rune.EncodeToUtf16(units);
        for (var i = 0; i < count; i++)
        {
            "\\u"u8.CopyTo(bytes[(i * MostBytesPerChar)..]);
            ((int)units[i]).TryFormat(
                bytes[((i * MostBytesPerChar) + 2)..],
                out _,
                "x4",
                CultureInfo.InvariantCulture
            );
        }

        return count * MostBytesPerChar;
    }
}
