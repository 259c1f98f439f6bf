using System.Net;

namespace Common.Context.Tests;

public sealed class PeerNetworkTests
{
    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1/32")]
    [InlineData("10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("::1", "::1/128")]
    [InlineData("fd00::/8", "fd00::/8")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    public void Parse_reads(string text, string expected) =>
        Assert.Equal(expected, PeerNetwork.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.1/8")] // bits beyond the prefix
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/8/8")]
    [InlineData("010.0.0.0/8")] // octal for the platform
    [InlineData("0x0a.0.0.0/8")]
    [InlineData("10.0.0.01")]
    [InlineData("fe80::1%1")] // a zone, which nobody would compare
    [InlineData("10.1")]
    [InlineData("10")]
    [InlineData("localhost")]
    [InlineData("*")]
    public void Parse_refuses(string text)
    {
        Assert.False(PeerNetwork.TryParse(text, out var network));
        Assert.Equal(default, network);
        var error = Assert.Throws<FormatException>(() => PeerNetwork.Parse(text));
        Assert.Equal(
            "This is not a network; it must be an address, or a network in CIDR notation whose bits beyond the prefix are zero, such as 10.0.0.0/8.",
            error.Message
        );
    }

    [Theory]
    [InlineData("10.0.0.0/8", "::ffff:10.255.0.1", true)]
    [InlineData("10.0.0.0/8", "::ffff:11.0.0.1", false)]
    [InlineData("0.0.0.0/0", "::ffff:11.0.0.1", true)]
    [InlineData("10.0.0.1", "::ffff:10.0.0.1", true)]
    [InlineData("10.0.0.1", "::ffff:10.0.0.2", false)]
    [InlineData("fd00::/8", "::ffff:10.0.0.1", false)]
    [InlineData("fd00::/8", "fd12::1", true)]
    [InlineData("fd00::/8", "10.0.0.1", false)]
    public void Contains_takes_IPv4_written_as_IPv6_as_IPv4(
        string network,
        string address,
        bool expected
    ) =>
        Assert.Equal(
            expected,
            PeerNetwork.Parse(network).Contains(System.Net.IPAddress.Parse(address))
        );

    [Fact]
    public void The_default_value_contains_nothing()
    {
        Assert.False(default(PeerNetwork).Contains(IPAddress.Loopback));
        Assert.False(default(PeerNetwork).Contains(IPAddress.Any));
        Assert.Equal("-", default(PeerNetwork).ToString());
    }
}
