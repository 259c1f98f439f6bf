namespace Common.Context.Tests;

public sealed class BaggageTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t", "")]
    [InlineData("key1=value1,key2=value2", "key1=value1,key2=value2")]
    [InlineData("key1 = value1 , key2\t=\tvalue2", "key1=value1,key2=value2")]
    [InlineData(
        "key1=value1;property1;property2, key2 = value2",
        "key1=value1;property1;property2,key2=value2"
    )]
    [InlineData("k=v ; p = 1 ;q", "k=v;p=1;q")]
    [InlineData("k=", "k=")]
    [InlineData("k=a=b", "k=a=b")]
    [InlineData("k=v,k=w", "k=v,k=w")] // the order of duplicates is kept
    [InlineData("serverNode=DF%2028,userId=Am%C3%A9lie", "serverNode=DF%2028,userId=Am%C3%A9lie")]
    [InlineData("k=%FF", "k=%EF%BF%BD")] // not UTF-8
    [InlineData("k=100%", "k=100%25")]
    [InlineData("!#$%&'*+-.^_`|~=v", "!#$%&'*+-.^_`|~=v")]
    public void TryParse_reads(string text, string written)
    {
        Assert.True(Baggage.TryParse(text, out var baggage));
        Assert.Equal(written, baggage.ToString());
        Assert.True(Baggage.TryParse(written, out var again));
        Assert.Equal(baggage, again);
        Assert.Equal(baggage.GetHashCode(), again.GetHashCode());
    }

    public static TheoryData<string> Invalid =>
        [
            "k",
            "=v",
            "k=v,",
            ",k=v",
            "k=v,,l=w",
            "k k=v",
            "k\u00E4=v",
            "k=\u00E4",
            "k=\"v\"",
            "k=a\\b",
            "k=a b",
            "k=v;",
            "k=v;=w",
            "k=v;p=a b",
            "k(=v",
            string.Join(',', Enumerable.Range(0, 65).Select(i => $"k{i}=v")),
            "k=" + new string('v', 8191),
            "k=" + new string('%', 3000), // written again, each is %25
            "k=" + string.Concat(Enumerable.Repeat("%FF", 1000)), // no UTF-8
        ];

    [Theory]
    [MemberData(nameof(Invalid))]
    public void TryParse_rejects(string text)
    {
        Assert.False(Baggage.TryParse(text, out var baggage));
        Assert.Null(baggage);
    }

    [Fact]
    public void The_limits_are_included()
    {
        Assert.True(
            Baggage.TryParse(
                string.Join(',', Enumerable.Range(0, 64).Select(i => $"k{i}=v")),
                out var many
            )
        );
        Assert.Equal(64, many.Entries.Length);
        Assert.True(Baggage.TryParse("k=" + new string('v', 8190), out _));
        Assert.True(Baggage.TryParse("k=" + new string('%', 2730), out var percents));
        Assert.Equal(Baggage.MaxLength, percents.ToString().Length);
        Assert.Throws<ArgumentException>(() => many.With("one-more", "v"));
        Assert.Throws<ArgumentException>(() => Baggage.Empty.With("k", new string('v', 8191)));
    }

    [Fact]
    public void With_and_Without_make_others()
    {
        var baggage = Baggage.Empty.With("a", "1").With("b", "\u00E4 %").With("a", "2");
        Assert.Equal("b=%C3%A4%20%25,a=2", baggage.ToString());
        Assert.Equal("2", baggage.Get("a"));
        Assert.Equal("\u00E4 %", baggage.Get("b"));
        Assert.Null(baggage.Get("A"));
        Assert.Equal("a=2", baggage.Without("b").ToString());
        Assert.Same(baggage, baggage.Without("c"));
        Assert.Same(Baggage.Empty, baggage.Without("a").Without("b"));
        var error = Assert.Throws<ArgumentException>(() => baggage.With("a b", "1"));
        Assert.StartsWith(
            "A key of baggage is made of ASCII letters, digits and !#$%&'*+-.^_`|~.",
            error.Message,
            StringComparison.Ordinal
        );
    }
}
