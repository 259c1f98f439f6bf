using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.Tests;

/// <summary>Tests of the test harness's own markup.</summary>
public sealed class MarkupTests
{
    [Fact]
    public void Parse_takes_marks_out_and_says_where_they_were()
    {
        var (text, marks) = Markup.Parse("a [|b|] {|CMN0002:c|} d", "CMN0001");

        Assert.Equal("a b c d", text);
        Assert.Equal([("CMN0001", new TextSpan(2, 1)), ("CMN0002", new TextSpan(4, 1))], marks);
    }

    [Theory]
    [InlineData("{|A:b|}{|A:c|}")]
    [InlineData("{|A:b {|B:c|} d|}")]
    [InlineData("{|A:x|}")]
    [InlineData("{|A:|}")]
    [InlineData("int[]? a; // | ] }")]
    public void Write_gives_back_what_Parse_read(string marked)
    {
        var (text, marks) = Markup.Parse(marked, "none");

        Assert.Equal(marked, Markup.Write(text, marks));
    }
}
