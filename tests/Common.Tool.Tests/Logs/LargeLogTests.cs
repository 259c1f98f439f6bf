using System.Text;
using Common.Tool.Logs;

namespace Common.Tool.Tests.Logs;

/// <summary>What a log takes does not depend on its size. Alone, since it counts the memory of the whole process.</summary>
[Collection(nameof(LargeLogTests))]
[CollectionDefinition(nameof(LargeLogTests), DisableParallelization = true)]
public sealed class LargeLogTests : IDisposable
{
    private const int Megabyte = 1 << 20;

    private readonly LogScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_log_of_any_size_is_read_in_constant_memory()
    {
        var line = Encoding.UTF8.GetBytes(LogScene.InventoryJson + "\n");
        var path = _scene.Write("large.log", "");
        using (var file = File.OpenWrite(path))
        {
            for (var size = 0; size < 48 * Megabyte; size += line.Length)
            {
                file.Write(line);
            }

            file.Write(new byte[16 * Megabyte]); // a line that never ends
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (lines, most) = (0, 0L);
        foreach (var _ in LogFiles.Read([path]))
        {
            if (++lines % 20_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.InRange(lines, 80_000, int.MaxValue);
        Assert.True(most < 8 * Megabyte, $"{most} bytes are held.");
    }
}
