namespace Common.Context.Tests;

public sealed class TraceStateTests
{
    private const string Parent = "00-12345678901234567890123456789012-1234567890123456-00";

    private static readonly string Key256 = new('z', 256);
    private static readonly string AllCharacters = string.Concat(
        Enumerable.Range(0x20, 0x5F).Select(c => (char)c).Where(c => c is not (',' or '='))
    );

    private static string? Read(params string[] lines)
    {
        using var carriers = new Carriers(["127.0.0.1"]);
        var received = carriers.Receive(
            Carriers.Loopback,
            [("traceparent", Parent), .. lines.Select(l => ("tracestate", l))]
        );
        Assert.Equal("12345678901234567890123456789012", received.Context.TraceId.ToHexString());
        return received.Context.TraceState;
    }

    public static TheoryData<string[], string?> Valid =>
        new()
        {
            { ["foo=1"], "foo=1" },
            { ["foo=1,bar=2"], "foo=1,bar=2" },
            { ["foo=1,bar=2", "rojo=1,congo=2", "baz=3"], "foo=1,bar=2,rojo=1,congo=2,baz=3" },
            { ["foo=1", ""], "foo=1" },
            { ["", "foo=1"], "foo=1" },
            { [""], null },
            { [" \t"], null },
            { [",,foo=1, ,"], "foo=1" },
            { ["foo=1,foo=1"], "foo=1" },
            { ["fo=1,foo=2,f=3"], "fo=1,foo=2,f=3" },
            { ["foo=1,foo=2"], "foo=1" },
            { ["foo=1", "foo=2"], "foo=1" },
            { ["foo=1 \t , \t bar=2, \t baz=3"], "foo=1,bar=2,baz=3" },
            { ["\t foo=1 \t"], "foo=1" },
            { ["foo=1 "], "foo=1" },
            { ["foo@=1,bar=2"], "foo@=1,bar=2" },
            { ["foo@@bar=1,bar=2"], "foo@@bar=1,bar=2" },
            { ["foo@bar@baz=1,bar=2"], "foo@bar@baz=1,bar=2" },
            { ["0a_-*/@=1"], "0a_-*/@=1" },
            { ["foo=1", Key256 + "=1"], "foo=1," + Key256 + "=1" },
            { ["foo=" + AllCharacters], "foo=" + AllCharacters },
            { ["foo= leading"], "foo= leading" },
            { ["foo=" + new string('v', 256)], "foo=" + new string('v', 256) },
            {
                [string.Join(',', Enumerable.Range(0, 32).Select(i => $"k{i}=1"))],
                string.Join(',', Enumerable.Range(0, 32).Select(i => $"k{i}=1"))
            },
        };

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_tracestate_is_inherited(string[] lines, string? expected) =>
        Assert.Equal(expected, Read(lines));

    public static TheoryData<string[]> Invalid =>
        new()
        {
            { ["foo =1"] },
            { ["FOO=1"] },
            { ["foo.bar=1"] },
            { ["@foo=1,bar=2"] },
            { ["_foo=1"] },
            { ["foo=bar=baz"] },
            { ["foo=,bar=3"] },
            { ["foo= "] },
            { ["foo"] },
            { ["=1"] },
            { ["foo=1\u007F"] },
            { ["foo=\u00E4"] },
            { ["foo=a\tb"] },
            { ["foo=1", new string('z', 257) + "=1"] },
            { ["foo=1", new string(' ', 33_000)] },
            { [.. Enumerable.Repeat("", 33_000)] },
            { ["foo=" + new string('v', 257)] },
            { [string.Join(',', Enumerable.Range(0, 33).Select(i => $"k{i}=1"))] },
        };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void A_tracestate_is_discarded_as_a_whole(string[] lines) => Assert.Null(Read(lines));

    [Fact]
    public void A_tracestate_without_a_traceparent_is_not_read()
    {
        using var carriers = new Carriers(["127.0.0.1"]);
        Assert.Null(carriers.Receive(Carriers.Loopback, ("tracestate", "a=b")).Context.TraceState);
        var two = carriers.Receive(
            Carriers.Loopback,
            ("traceparent", Parent),
            ("traceparent", Parent),
            ("tracestate", "a=b")
        );
        Assert.NotEqual("12345678901234567890123456789012", two.Context.TraceId.ToHexString());
        Assert.Null(two.Context.TraceState);
    }
}
