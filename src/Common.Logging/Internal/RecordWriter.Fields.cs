using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Common.Abstractions;

namespace Common.Logging.Internal;

internal sealed partial class RecordWriter : ILogFieldWriter
{
    private int _list;
    private int _listMember;
    private int _listMemberLength;
    private int _listCount;
    private int _outerLimit;
    private bool _isInList;

    /// <summary>Whether the count of a list was written as a field of its own, since this was set to <see langword="false"/>.</summary>
    public bool HasListCount { get; set; }

    public void WriteNull(ReadOnlySpan<byte> member)
    {
        if (Fits(member.Length + 8))
        {
            WriteMember(member);
            Append("null"u8);
        }
    }

    public void Write(ReadOnlySpan<byte> member, bool value)
    {
        if (Fits(member.Length + 8))
        {
            WriteMember(member);
            Append(value ? "true"u8 : "false"u8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> member, long value)
    {
        if (Fits(member.Length + NumberText.MaxLength))
        {
            ref var from = ref At(Position);
            Advance(ref from, ref NumberText.Write(ref WriteMember(ref from, member), value));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> member, ulong value)
    {
        if (Fits(member.Length + NumberText.MaxLength))
        {
            ref var from = ref At(Position);
            Advance(ref from, ref NumberText.Write(ref WriteMember(ref from, member), value));
        }
    }

    public void Write(ReadOnlySpan<byte> member, float value)
    {
        if (!float.IsFinite(value))
        {
            Write(member, value.ToString(CultureInfo.InvariantCulture));
        }
        else if (Fits(member.Length + NumberText.MaxLength))
        {
            ref var from = ref At(Position);
            Advance(ref from, ref NumberText.Write(ref WriteMember(ref from, member), value));
        }
    }

    public void Write(ReadOnlySpan<byte> member, double value)
    {
        if (!double.IsFinite(value))
        {
            Write(member, value.ToString(CultureInfo.InvariantCulture));
        }
        else if (Fits(member.Length + NumberText.MaxLength))
        {
            ref var from = ref At(Position);
            Advance(ref from, ref NumberText.Write(ref WriteMember(ref from, member), value));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> member, decimal value)
    {
        if (Fits(member.Length + NumberText.MaxLength))
        {
            ref var from = ref At(Position);
            Advance(ref from, ref NumberText.Write(ref WriteMember(ref from, member), value));
        }
    }

    public void Write(ReadOnlySpan<byte> member, string? value)
    {
        if (value is null)
        {
            WriteNull(member);
        }
        else
        {
            Write(member, value.AsSpan());
        }
    }

    public void Write(ReadOnlySpan<byte> member, ReadOnlySpan<char> value)
    {
        if (Fits(member.Length + 16))
        {
            WriteMember(member);
            WriteText(value);
        }
    }

    public void WriteFormatted<T>(ReadOnlySpan<byte> member, T value)
    {
        if (value is null)
        {
            WriteNull(member);
        }
        else if (value is Uri uri)
        {
            Write(member, SecretMask.Apply(uri.OriginalString));
        }
        else
        {
            Span<char> text = stackalloc char[FormattedText.UsualLength];
            Write(
                member,
                FormattedText.TryWrite(value, text, out var written)
                    ? text[..written]
                    : FormattedText.Of(value)
            );
        }
    }

    public void BeginList(ReadOnlySpan<byte> member, int count)
    {
        _isInList = true;
        _outerLimit = _limit;
        var countLength =
            count > ILogFieldWriter.MaxElements ? member.Length + NumberText.MaxLength : 0;
        if (!Fits(member.Length + 16 + countLength))
        {
            _list = -1;
            _limit = -1; // nor do its elements, which have no names
            return;
        }

        _listMember = Position;
        WriteMember(member);
        _listMemberLength = Position - _listMember;
        _listCount = count;
        _list = Position;
        _limit -= countLength + 1; // the bracket
    }

    public void EndList()
    {
        _isInList = false;
        _limit = _outerLimit;
        if (_list < 0)
        {
            return;
        }

        if (Position == _list)
        {
            At(Position++) = (byte)'[';
        }
        else
        {
            At(_list) = (byte)'['; // was the comma of the first element
        }

        At(Position++) = (byte)']';
        if (_listCount > ILogFieldWriter.MaxElements)
        {
            HasListCount = true;
            WriteListCount();
        }
    }

    /// <summary>Writes a field <c>skus_count</c> beside a list <c>skus</c> that was cut.</summary>
    private void WriteListCount()
    {
        var member = Bytes.AsSpan(_listMember, _listMemberLength);
        var isQuoted = isJson || member[^2] == '"';
        Append(isJson ? member[..^2] : member[..(isQuoted ? ^2 : ^1)]);
        Append(
            isJson ? "_count\":"u8
            : isQuoted ? "_count\"="u8
            : "_count="u8
        );
        _listCount.TryFormat(
            Bytes.AsSpan(Position),
            out var written,
            default,
            CultureInfo.InvariantCulture
        );
        Position += written;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteMember(ReadOnlySpan<byte> member)
    {
        ref var from = ref At(Position);
        Advance(ref from, ref WriteMember(ref from, member));
    }

    /// <summary>Writes the name of a field, or what stands before an element of a list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte WriteMember(ref byte at, ReadOnlySpan<byte> member)
    {
        if (member.IsEmpty)
        {
            at = (byte)',';
            return ref Unsafe.Add(ref at, 1);
        }

        ref var name = ref MemoryMarshal.GetReference(member);
        if (isJson)
        {
            Unsafe.CopyBlockUnaligned(ref at, ref name, (uint)member.Length);
            return ref Unsafe.Add(ref at, member.Length);
        }

        // Between a comma and a colon there is the name in quotation marks, one of which becomes a space, the other a sign.
        var length = member.Length - 2;
        Unsafe.CopyBlockUnaligned(ref at, ref Unsafe.Add(ref name, 1), (uint)length);
        at = (byte)' ';
        Unsafe.Add(ref at, length - 1) = (byte)'=';
        return ref Unsafe.Add(ref at, length);
    }
}
