using Common.Testing;
using Common.Tool.Shell;
using NodaTime;

namespace Common.Tool.Tests.Shell;

public sealed class ProgressTests
{
    private const string Clear = "\r\u001b[2K";

    [Fact]
    public void A_long_command_shows_how_far_it_is_and_takes_that_away()
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 11, 22, 10, 0));
        using var terminal = new StringWriter();

        using (var progress = new Progress(terminal, clock, "updating", 10))
        {
            progress.Step(); // too early
            clock.Advance(Duration.FromMilliseconds(500));
            progress.Step();
            clock.Advance(Duration.FromMilliseconds(99));
            progress.Step(); // too soon after
            clock.Advance(Duration.FromMilliseconds(1));
            progress.Step();
        }

        Assert.Equal(
            $"{Clear}updating: 2 of 10{Clear}updating: 4 of 10{Clear}",
            terminal.ToString()
        );
    }

    [Fact]
    public void A_short_command_shows_nothing()
    {
        using var terminal = new StringWriter();
        using (
            var progress = new Progress(
                terminal,
                new FakeClock(Instant.FromUtc(2026, 11, 22, 10, 0)),
                "updating",
                1
            )
        )
        {
            progress.Step();
        }

        Assert.Equal("", terminal.ToString());
    }

    [Fact]
    public void Nothing_is_shown_where_nobody_watches()
    {
        var clock = new FakeClock(Instant.FromUtc(2026, 11, 22, 10, 0));
        using var progress = new Progress(null, clock, "updating", 1);
        clock.Advance(Duration.FromSeconds(1));

        progress.Step();
    }
}
