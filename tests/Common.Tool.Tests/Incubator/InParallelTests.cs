using Common.Tool.Incubator.Files;

namespace Common.Tool.Tests.Incubator;

public sealed class InParallelTests
{
    [Fact]
    public void Map_keeps_the_order_and_tells_of_each()
    {
        var done = 0;

        var results = InParallel.Map(
            [.. Enumerable.Range(0, 1000)],
            i => i * 2,
            () => Interlocked.Increment(ref done)
        );

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => i * 2), results);
        Assert.Equal(1000, done);
    }

    [Fact]
    public void Map_throws_what_the_first_item_that_fails_throws()
    {
        var exception = Assert.Throws<InvalidOperationException>(() =>
            InParallel.Map(
                [.. Enumerable.Range(0, 1000)],
                i => i % 100 == 7 ? throw new InvalidOperationException($"{i}") : i
            )
        );

        Assert.Equal("7", exception.Message);
    }

    [Fact]
    public async Task A_copy_that_is_no_text_is_one_clear_line()
    {
        using var scene = Samples.Scene();
        await scene.DoAsync("add", "greet");
        scene.WriteServiceBytes("Incubator/Greet/Greeter.cs", [0xC3, 0x28]);

        var run = await scene.RunAsync("status");

        Assert.Equal(
            (3, "error: Incubator/Greet/Greeter.cs is not UTF-8 text. Save it as UTF-8."),
            (run.ExitCode, run.Error)
        );
    }
}
