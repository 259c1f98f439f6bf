using System.Text;

namespace Common.Context.Tests;

public sealed class RequestIdTests
{
    private const string Text = "req-550e8400-e29b-41d4-a716-446655440000";

    public static TheoryData<string> RequestIds =>
        [
            Text,
            "REQ-550E8400-E29B-41D4-A716-446655440000",
            "550e8400-e29b-41d4-a716-446655440000",
            "550E8400-e29b-41D4-a716-446655440000",
            "550e8400e29b41d4a716446655440000",
            "550E8400E29B41D4A716446655440000",
        ];

    [Theory]
    [MemberData(nameof(RequestIds))]
    public void TryParse_reads_and_ToString_writes_one_form(string text)
    {
        Assert.True(RequestId.TryParse(text, out var id));
        Assert.Equal(Text, id.ToString());
        Assert.Equal(id, RequestId.Parse(text));
        Assert.Equal(id, RequestId.Parse(Encoding.UTF8.GetBytes(text)));
    }

    public static TheoryData<string> NotRequestIds =>
        [
            "",
            "-",
            "req-",
            "550e8400-e29b-41d4-a716-44665544000", // one digit short
            "550e8400-e29b-41d4-a716-4466554400000", // one digit more
            "{550e8400-e29b-41d4-a716-446655440000}", // braces
            "(550e8400e29b41d4a716446655440000)", // parentheses
            "0x550e8400e29b41d4a716446655440000", // a prefix of numbers
            "req-550e8400-e29b-41d4-a716-446655440000\n", // a trailing newline
            " req-550e8400-e29b-41d4-a716-446655440000", // a leading space
            "550e8400-e29b-41d4-a716-44665544000\n", // 36 characters, one of them a newline
            "550e8400-e29b-41d4-a716-44665544000g", // beyond f
            "550e8400-e29b-41d4-a716-44665544000/", // before 0
            "550e8400-e29b-41d4-a716-44665544000:", // after 9
            "550e8400-e29b-41d4-a716-44665544000@", // before A
            "550e8400-e29b-41d4-a716-44665544000`", // before a
            "550e8400e29b-41d4-a716-4466-55440000", // a dash in the wrong place
            "req_550e8400-e29b-41d4-a716-446655440000",
            "rEq\u00AD550e8400-e29b-41d4-a716-446655440000", // a soft hyphen
            "req-550e8400e29b41d4a716446655440000", // the prefix and no dashes
            "\u0665\u0665\u0660e8400e29b41d4a716446655440000", // digits of another script
            "00000000-0000-0000-0000-000000000000", // "no request", not an ID
            "00000000000000000000000000000000",
            "req-00000000-0000-0000-0000-000000000000",
        ];

    [Theory]
    [MemberData(nameof(NotRequestIds))]
    public void TryParse_rejects(string text)
    {
        Assert.False(RequestId.TryParse(text, out var id));
        Assert.Equal(RequestId.None, id);
        Assert.False(RequestId.TryParse(Encoding.UTF8.GetBytes(text), out id));
        Assert.Equal(RequestId.None, id);
    }

    [Fact]
    public void Parse_gives_the_length_and_never_the_text()
    {
        var error = Assert.Throws<FormatException>(() => RequestId.Parse("<script>"));
        Assert.Equal(
            "A text of length 8 is not a request ID; it must be 'req-' and a UUID, a UUID with dashes, or 32 hexadecimal digits, and not all zero.",
            error.Message
        );
    }

    [Fact]
    public void TryParse_rejects_every_other_byte_at_every_place()
    {
        var good = Encoding.ASCII.GetBytes(Text);
        for (var place = 0; place < good.Length; place++)
        {
            for (var value = 0; value <= byte.MaxValue; value++)
            {
                var text = (byte[])good.Clone();
                text[place] = (byte)value;
                var isRight = place switch
                {
                    0 or 1 or 2 => (value | 0x20) == good[place],
                    3 or 12 or 17 or 22 or 27 => value == '-',
                    _ => char.IsAsciiHexDigit((char)value),
                };
                Assert.Equal(isRight, RequestId.TryParse(text, out _));
            }
        }
    }

    [Fact]
    public void New_is_a_random_UUID_of_version_4()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => RequestId.New()).ToHashSet();
        Assert.Equal(10_000, ids.Count);
        Assert.All(
            ids,
            id =>
            {
                var text = id.ToString();
                Assert.Equal(4, Guid.Parse(text[4..]).Version);
                Assert.Contains(text[23], "89ab");
                Assert.Equal(id, RequestId.Parse(text));
            }
        );
    }

    [Fact]
    public void TryFormat_writes_characters_and_bytes()
    {
        var id = RequestId.Parse(Text);
        var utf8 = new byte[RequestId.TextLength];
        Assert.True(id.TryFormat(utf8, out var bytes));
        Assert.Equal(Text, Encoding.UTF8.GetString(utf8));
        Assert.Equal(RequestId.TextLength, bytes);
        Assert.False(id.TryFormat(utf8.AsSpan(1), out bytes));
        Assert.Equal(0, bytes);
        var text = new char[RequestId.TextLength];
        Assert.True(id.TryFormat(text, out var written));
        Assert.Equal(Text, new string(text));
        Assert.Equal(RequestId.TextLength, written);
        Assert.False(id.TryFormat(text.AsSpan(1), out written));
        Assert.Equal(0, written);
        Assert.Equal($"<{Text}>", $"<{id}>");
    }

    [Fact]
    public void None_is_written_as_a_dash_and_is_not_read_back()
    {
        Assert.True(RequestId.None.IsNone);
        Assert.Equal("-", RequestId.None.ToString());
        Assert.True(RequestId.None.TryFormat(new byte[1], out var bytes));
        Assert.Equal(1, bytes);
        Assert.True(RequestId.None.TryFormat(new char[1], out var written));
        Assert.Equal(1, written);
        Assert.False(RequestId.None.TryFormat(Span<byte>.Empty, out _));
        Assert.False(RequestId.None.TryFormat(Span<char>.Empty, out _));
    }

    [Fact]
    public void FromBytes_and_TryWriteBytes_are_inverse()
    {
        var id = RequestId.Parse(Text);
        var bytes = new byte[16];
        Assert.True(id.TryWriteBytes(bytes));
        Assert.Equal(Convert.FromHexString("550e8400e29b41d4a716446655440000"), bytes);
        Assert.Equal(id, RequestId.FromBytes(bytes));
        Assert.False(id.TryWriteBytes(new byte[15]));
        Assert.Throws<ArgumentException>(() => RequestId.FromBytes(new byte[15]));
    }

    [Fact]
    public void CompareTo_is_the_order_of_the_text()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => RequestId.New()).ToList();
        Assert.Equal(
            ids.Select(id => id.ToString()).Order(StringComparer.Ordinal),
            ids.Order().Select(id => id.ToString())
        );
        var low = RequestId.Parse("00000000000000000000000000000001");
        var high = RequestId.Parse("00000000000000010000000000000000");
        Assert.True(low < high && high > low && low <= high && high >= low && low != high);
    }
}
