namespace Common.Context.Tests;

public sealed class HostPatternTests
{
    [Theory]
    [InlineData("inventory")]
    [InlineData("inventory.internal")]
    [InlineData("*.example.org")]
    [InlineData("10.0.0.1")]
    [InlineData("[::1]")]
    public void Parse_reads(string text) => Assert.Equal(text, HostPattern.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.")]
    [InlineData("*.org")] // a whole top-level domain
    [InlineData("a.*.org")]
    [InlineData("http://inventory")]
    [InlineData("inventory:8080")]
    [InlineData("inventory/")]
    [InlineData("in ventory")]
    [InlineData("fd00::/8")] // a network
    [InlineData("*.::1")]
    public void Parse_refuses(string text)
    {
        Assert.False(HostPattern.TryParse(text, out var pattern));
        Assert.Equal(default, pattern);
        var error = Assert.Throws<FormatException>(() => HostPattern.Parse(text));
        Assert.Equal(
            "This is not a host; it must be a name or an address without scheme and port, or '*.' and a domain with at least two levels.",
            error.Message
        );
    }

    [Theory]
    [InlineData("::1", "http://[::1]:5000/", "[::1]")]
    [InlineData("[0:0:0:0:0:0:0:1]", "http://[::1]/", "[::1]")]
    [InlineData("2001:DB8:0::1", "http://[2001:db8:0:0::1]/", "[2001:db8::1]")]
    [InlineData("[::ffff:10.0.0.1]", "http://[::ffff:10.0.0.1]/", "[::ffff:10.0.0.1]")]
    public void An_IPv6_address_is_meant_however_it_is_written(
        string text,
        string address,
        string written
    )
    {
        var pattern = HostPattern.Parse(text);

        Assert.True(pattern.Matches(new Uri(address).Host));
        Assert.True(pattern.Matches(new Uri(address).IdnHost)); // without brackets
        Assert.Equal(written, pattern.ToString());
        Assert.False(pattern.Matches("[2001:db8::2]"));
    }

    [Fact]
    public void The_default_value_matches_nothing()
    {
        Assert.False(default(HostPattern).Matches(""));
        Assert.False(default(HostPattern).Matches("-"));
    }
}
