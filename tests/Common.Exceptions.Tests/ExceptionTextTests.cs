namespace Common.Exceptions.Tests;

public sealed class ExceptionTextTests
{
    [Fact]
    public void Causes_are_written_on_one_line_the_outermost_first() =>
        Assert.Equal(
            "InvalidOperationException: a <- AggregateException: b (c) (d) [FormatException: d] <- IOException: c",
            ExceptionText.Causes(
                new InvalidOperationException(
                    "a",
                    new AggregateException("b", new IOException("c"), new FormatException("d"))
                )
            )
        );

    [Fact]
    public void Causes_end_where_a_cause_comes_again_and_after_20()
    {
        var shared = new IOException("shared");
        Assert.Equal(
            "AggregateException: x (shared) (shared) [IOException: shared] <- ...",
            ExceptionText.Causes(new AggregateException("x", shared, shared))
        );

        Exception chain = new IOException("0");
        for (var i = 1; i < 100; i++)
        {
            chain = new IOException("x", chain);
        }

        var text = ExceptionText.Causes(chain);
        Assert.Equal(ExceptionText.MaxCauses, text.Split(" <- ").Length - 1);
        Assert.EndsWith(" <- ...", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Causes_are_bounded_whatever_an_exception_says()
    {
        var many = new AggregateException(
            "many",
            Enumerable.Range(0, 1000).Select(i => new IOException(new string('x', 5_000)))
        );

        Assert.InRange(
            ExceptionText.Causes(many).Length,
            1,
            (ProblemDocument.MaxTextLength + 30) * ExceptionText.MaxCauses
        );
        Assert.Equal(
            "IOException: x <- MuteException: (its message cannot be read)",
            ExceptionText.Causes(new IOException("x", new MuteException()))
        );
    }

    public static TheoryData<string, string> Stacks =>
        new()
        {
            { "a", "a" },
            { "a\r\nb\r\nc", "a\nb\nc" },
            { "a\na\nb", "a\na\nb" },
            { "a\na\na\nb", "a\n   ... the line above 2 more times\nb" },
            { "x\na\nb\na\nb\na\nb\na\nb\ny", "x\na\nb\n   ... the 2 lines above 3 more times\ny" },
            { "a\nb\na\nb", "a\nb\na\nb" },
        };

    [Theory]
    [MemberData(nameof(Stacks))]
    public void ShortenStack_writes_the_rounds_of_a_recursion_once(string stack, string expected) =>
        Assert.Equal(expected, ExceptionText.ShortenStack(stack));

    [Fact]
    public void ShortenStack_shortens_a_deep_recursion()
    {
        var stack = string.Join('\n', Enumerable.Repeat("   at A()\n   at B()", 5000));

        Assert.Equal(
            "   at A()\n   at B()\n   ... the 2 lines above 4999 more times",
            ExceptionText.ShortenStack(stack)
        );
    }
}
