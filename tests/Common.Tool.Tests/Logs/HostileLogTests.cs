using System.IO.Compression;
using System.Text;

namespace Common.Tool.Tests.Logs;

/// <summary>Logs are whatever processes wrote: no command may break, obey or fill up because of them.</summary>
public sealed class HostileLogTests : IDisposable
{
    private const int Megabyte = 1 << 20;

    private readonly LogScene _scene = new();

    public static TheoryData<string, byte[]> Contents =>
        new()
        {
            { "nothing", [] },
            { "line ends only", "\n\r\n\n"u8.ToArray() },
            { "binary", Binary() },
            { "UTF-16", Encoding.Unicode.GetBytes(LogScene.OrdersText) },
            { "a line that never ends", new byte[(3 * Megabyte) + 7] },
            { "a record that was cut", Encoding.UTF8.GetBytes(LogScene.InventoryJson[..200]) },
            {
                "terminal commands",
                Hostile("\u001b]0;owned\u0007\u001b[2J\u202e\u2028\u0085\u009b31m")
            },
            { "deep JSON", Encoding.UTF8.GetBytes(new string('[', 100_000)) },
            {
                "JSON of other types",
                "{\"timestamp\":1,\"resource\":[],\"attributes\":7}\n"u8.ToArray()
            },
            { "numbers too large", Hostile("x", "1e999", "99999999999999999999") },
            { "a lone surrogate", "{\"timestamp\":\"\\ud800\"}\n"u8.ToArray() },
        };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task No_command_breaks_or_lets_a_terminal_obey(string name, byte[] content)
    {
        var file = _scene.Write($"{name}.log", content);
        foreach (
            var command in (string[][])
                [
                    ["show", file],
                    ["stats", file],
                    ["check", file],
                    ["trace", LogScene.Global, file],
                ]
        )
        {
            var run = await ToolRun.RunAsync(["logs", .. command]);

            Assert.True(run.ExitCode is 0 or 1, $"{command[0]}: {run.ExitCode} {run.Error}");
            Assert.DoesNotContain(run.Output, c => char.IsControl(c) && c is not ('\n' or '\t'));
            Assert.DoesNotContain('\u202e', run.Output);
            Assert.DoesNotContain('\u2028', run.Output);
        }
    }

    [Fact]
    public async Task A_file_name_is_foreign_text_too()
    {
        var run = await ToolRun.RunAsync("logs", "check", _scene.Write("a\u001b[2J.log", "x\n"));
        Assert.Contains("a\\u001b[2J.log:1: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_belongs_to_no_record()
    {
        var file = _scene.Write("marked.log", "\ufeff" + LogScene.InventoryJson + "\r\n");
        var run = await ToolRun.RunAsync("logs", "check", file);
        Assert.Equal("1 lines, 0 of them not ours", run.Output);
    }

    [Fact]
    public async Task What_was_rotated_and_compressed_is_read_as_it_was()
    {
        var file = _scene.Write("orders.log.1.gz", Compressed(LogScene.OrdersText));
        Assert.Equal(
            (await ToolRun.RunAsync("logs", "show", _scene.Orders)).Output,
            (await ToolRun.RunAsync("logs", "show", file)).Output
        );
        Assert.Equal(
            0,
            (await ToolRun.RunAsync("logs", "trace", LogScene.OfOrders, file)).ExitCode
        );
    }

    [Fact]
    public async Task A_damaged_compressed_file_is_named()
    {
        var bytes = Compressed(LogScene.OrdersText);
        bytes[12] ^= 0xFF;
        var file = _scene.Write("damaged.gz", bytes);
        var run = await ToolRun.RunAsync("logs", "show", file);
        Assert.Equal(
            (5, $"error: {file}: what gzip has compressed is damaged."),
            (run.ExitCode, run.Error)
        );
    }

    public void Dispose() => _scene.Dispose();

    private static byte[] Binary()
    {
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Compressed(string text)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return result.ToArray();
    }

    /// <summary>A record whose every text is hostile, as JSON that is well-formed.</summary>
    private static byte[] Hostile(string text, string number = "9", string attribute = "1")
    {
        var escaped = string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
        return Encoding.UTF8.GetBytes(
            $$$"""
            {"timestamp":"2026-11-21T10:11:12Z","severity_text":"{{{escaped}}}","severity_number":{{{number}}},"resource":{"service":"{{{escaped}}}","instance":"{{{escaped}}}"},"logger":"{{{escaped}}}","event_name":"{{{escaped}}}","body":"{{{escaped}}}","request_id":"{{{LogScene.Global}}}","global_request_id":"{{{LogScene.Global}}}","attributes":{"{{{escaped}}}":["{{{escaped}}}",{{{attribute}}}]},"exception":{"type":"{{{escaped}}}","message":"{{{escaped}}}","stacktrace":""}}
            {{{text}}}

            """
        );
    }
}
