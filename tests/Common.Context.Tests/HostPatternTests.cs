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

    [Fact]
    public void The_default_value_matches_nothing()
    {
        Assert.False(default(HostPattern).Matches(""));
        Assert.False(default(HostPattern).Matches("-"));
    }
}
