using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Common.Config.Tests;

/// <summary>What readers see while others change the configuration.</summary>
public sealed class ReloadRaceTests : IDisposable
{
    private const string Password = "--Orders:Database:Password=p";

    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_reader_ever_sees_a_torn_pair()
    {
        Write(1);
        using var service = new RunningConfig(_folder, null, Password);
        var live = service.Get<Live<ReloadedOptions>>();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 3)
            .Select(_ =>
                Task.Run(() =>
                {
                    while (!stop.IsCancellationRequested)
                    {
                        var now = live.Current;
                        Assert.Equal(now.Left, now.Right);
                    }
                })
            )
            .ToArray();

        for (var i = 2; i < 200; i++)
        {
            Write(i);
            service.TickTwice();
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(199, live.Current.Left);
    }

    [Fact]
    public async Task No_reader_who_has_seen_one_new_section_sees_another_old_one_after_it()
    {
        Write(1);
        using var service = new RunningConfig(_folder, null, Password);
        var live = service.Get<Live<ReloadedOptions>>();
        var mirror = service.Get<Live<MirrorOptions>>();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 2)
            .Select(i =>
                Task.Run(() =>
                {
                    while (!stop.IsCancellationRequested)
                    {
                        var (first, second) =
                            i == 0
                                ? (live.Current.Left, mirror.Current.Left)
                                : (mirror.Current.Left, live.Current.Left);
                        Assert.InRange(second, first, 300);
                    }
                })
            )
            .ToArray();

        for (var i = 2; i < 300; i++)
        {
            Write(i);
            service.TickTwice();
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal((299, 299), (live.Current.Left, mirror.Current.Left));
    }

    [Fact]
    public async Task Many_writers_and_readers_never_make_a_torn_pair()
    {
        Write(1);
        using var service = new RunningConfig(_folder, null, Password);
        var live = service.Get<Live<ReloadedOptions>>();
        var monitor = service.Get<IOptionsMonitor<ReloadedOptions>>();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 3)
            .Select(i =>
                Task.Run(() =>
                {
                    while (!stop.IsCancellationRequested)
                    {
                        var now = i == 0 ? monitor.CurrentValue : live.Current;
                        Assert.Equal(now.Left, now.Right);
                    }
                })
            )
            .ToArray();

        // Each puts a whole file into place and has everything read again, by its own trigger and at its own pace.
        await Task.WhenAll(
            Enumerable
                .Range(1, 4)
                .Select(writer =>
                    Task.Run(() =>
                    {
                        for (var i = 0; i < 50; i++)
                        {
                            Replace((writer * 1000) + i, $"new-{writer}");
                            if (writer % 2 == 0)
                            {
                                ((IConfigurationRoot)service.Configuration).Reload();
                            }
                            else
                            {
                                service.TickTwice();
                            }
                        }
                    })
                )
        );
        await stop.CancelAsync();
        await Task.WhenAll(readers);

        Replace(9999, "last");
        ((IConfigurationRoot)service.Configuration).Reload();
        Assert.Equal(9999, live.Current.Left);
        Assert.Equal("9999", service.Configuration["Orders:Live:Right"]);
        Assert.DoesNotContain(
            service.Log.Lines,
            l => l.Contains("refused", StringComparison.Ordinal)
        );
    }

    private static string Text(int value) =>
        $$"""{"Orders":{"Live":{"Left":{{value}},"Right":{{value}} },"Mirror":{"Left":{{value}} } } }""";

    private void Write(int value) => _folder.Write("appsettings.json", Text(value));

    private void Replace(int value, string temporary)
    {
        _folder.Write(temporary, Text(value));
        File.Move(_folder.File(temporary), _folder.File("appsettings.json"), overwrite: true);
    }
}
