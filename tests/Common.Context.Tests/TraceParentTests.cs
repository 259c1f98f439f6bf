using System.Diagnostics;

namespace Common.Context.Tests;

public sealed class TraceParentTests
{
    private const string Ids = "12345678901234567890123456789012-1234567890123456";

    [Theory]
    [InlineData($"00-{Ids}-01", 1)]
    [InlineData($"00-{Ids}-00", 0)]
    [InlineData($"00-{Ids}-02", 2)]
    [InlineData($"00-{Ids}-03", 3)]
    [InlineData($"00-{Ids}-ff", 3)]
    [InlineData($"00-{Ids}-fc", 0)]
    [InlineData($"cc-{Ids}-01", 1)]
    [InlineData($"cc-{Ids}-01-what-the-future-will-be-like", 1)]
    [InlineData($"01-{Ids}-01-", 1)]
    [InlineData($" \t00-{Ids}-01\t ", 1)]
    public void TryParse_reads(string text, int flags)
    {
        Assert.True(TraceParent.TryParse(text, out var parent));
        Assert.Equal("12345678901234567890123456789012", parent.TraceId.ToHexString());
        Assert.Equal("1234567890123456", parent.SpanId.ToHexString());
        Assert.Equal((ActivityTraceFlags)flags, parent.Flags);
        Assert.Equal($"00-{Ids}-0{flags}", parent.ToString());
    }

    public static TheoryData<string> Invalid =>
        [
            "",
            "00",
            $"00-{Ids}-01.", // more than version 00 has
            $"00-{Ids}-01-what-the-future-will-be-like",
            $"cc-{Ids}-01.what-the-future-will-be-like",
            $"ff-{Ids}-01", // the version that is none
            $".0-{Ids}-01",
            $"0.-{Ids}-01",
            $"000-{Ids}-01",
            $"0000-{Ids}-01",
            $"0-{Ids}-01",
            $"AA-{Ids}-01", // upper case
            "00-00000000000000000000000000000000-1234567890123456-01",
            "00-.2345678901234567890123456789012-1234567890123456-01",
            "00-1234567890123456789012345678901.-1234567890123456-01",
            "00-123456789012345678901234567890123-1234567890123456-01",
            "00-1234567890123456789012345678901-1234567890123456-01",
            "00-1234567890123456789012345678901A-1234567890123456-01",
            "00-12345678901234567890123456789012-0000000000000000-01",
            "00-12345678901234567890123456789012-.234567890123456-01",
            "00-12345678901234567890123456789012-123456789012345.-01",
            "00-12345678901234567890123456789012-12345678901234567-01",
            "00-12345678901234567890123456789012-123456789012345-01",
            "00-12345678901234567890123456789012-123456789012345A-01",
            $"00-{Ids}-.0",
            $"00-{Ids}-0.",
            $"00-{Ids}-001",
            $"00-{Ids}-1",
            $"00-{Ids}-0A",
            $"00_{Ids}-01",
            $"00-{Ids}-01\n",
            $"00-{Ids}-01,00-{Ids}-01", // two lines as one
        ];

    [Theory]
    [MemberData(nameof(Invalid))]
    public void TryParse_rejects(string text)
    {
        Assert.False(TraceParent.TryParse(text, out var parent));
        Assert.Equal(default, parent);
    }

    [Fact]
    public void TryFormat_writes_no_zeros_and_not_beyond_the_end()
    {
        Assert.Equal("-", default(TraceParent).ToString());
        Assert.False(default(TraceParent).TryFormat(new char[55], out _));
        Assert.True(TraceParent.TryParse($"00-{Ids}-01", out var parent));
        Assert.False(parent.TryFormat(new char[54], out var written));
        Assert.Equal(0, written);
    }
}
