namespace Common.Config.Tests;

/// <summary>Looking at files takes nothing of the system that runs out. Alone, since it counts what the whole process holds.</summary>
[Collection(nameof(WatchTests))]
[CollectionDefinition(nameof(WatchTests), DisableParallelization = true)]
public sealed class WatchTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_thousand_files_take_no_watch_of_the_system_and_a_change_in_any_is_seen()
    {
        for (var i = 0; i < 1000; i++)
        {
            _folder.Write($"config.d/{i:0000}.json", """{"Orders":{"Live":{"Text":"old"}}}""");
        }

        using (var one = new RunningConfig(_folder, null, "--Orders:Database:Password=p"))
        {
            // The platform watches the folder of appsettings.json by itself before our package comes to it.
            var before = Watches();
            _folder.Write("config.d/0999.json", """{"Orders":{"Live":{"Text":"new"}}}""");
            one.TickTwice();
            Assert.Equal("new", one.Options.Text);
            Assert.Equal(before, Watches());
        }
    }

    /// <summary>Counts the watches of all inotify instances of the process; none on systems that have no such thing.</summary>
    private static int Watches() =>
        Directory.Exists("/proc/self/fdinfo")
            ? Directory
                .GetFiles("/proc/self/fdinfo")
                .Sum(file =>
                {
                    try
                    {
                        return File.ReadLines(file)
                            .Count(line => line.StartsWith("inotify", StringComparison.Ordinal));
                    }
                    catch (IOException)
                    {
                        return 0; // it was closed meanwhile
                    }
                })
            : 0;
}
