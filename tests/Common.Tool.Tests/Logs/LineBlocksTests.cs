using System.Text;
using Common.Tool.Logs;

namespace Common.Tool.Tests.Logs;

public sealed class LineBlocksTests
{
    public static TheoryData<string, string[]> Texts =>
        new()
        {
            { "", [] },
            { "one\ntwo\n", ["one\ntwo\n"] },
            { "one\ntwo", ["one\n", "two"] }, // the end of the stream ends the last line
            { "12345678\nab\n", ["12345678", "ab\n"] }, // of a line as long as a block only the beginning is read
            { "12345678abcdefghijkl\nab\n", ["12345678", "ab\n"] },
            { "12345678abcdefghijklmnop", ["12345678"] },
            { "1234\n56\n789\n", ["1234\n56\n", "789\n"] },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void TryRead_gives_whole_lines_in_constant_memory(string text, string[] blocks)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var reader = new LineBlocks(stream, blockSize: 8);
        List<string> read = [];
        while (reader.TryRead(out var block))
        {
            read.Add(Encoding.UTF8.GetString(block));
        }

        Assert.Equal(blocks, read);
    }
}
