using Common.Exceptions.Tests.Resilience;
using Common.Testing;

namespace Common.Exceptions.Tests;

public sealed class PerpetualTests
{
    [Fact]
    public async Task RunAsync_pauses_longer_after_each_failure_and_begins_anew_after_a_success()
    {
        var rounds = await RunAsync(
            14,
            round => round == 9 ? null : new IOException("The disk is full.")
        );

        // Pauses of 1, 2, 4 ... 60 seconds; the success of round 9 is followed at once by another.
        Assert.Equal([0, 1, 3, 7, 15, 31, 63, 123, 183, 243, 243, 244, 246, 250], rounds.Times);
    }

    [Fact]
    public async Task RunAsync_logs_the_same_failure_once_a_minute()
    {
        var rounds = await RunAsync(10, _ => new IOException("The disk is full."));

        Assert.Equal(
            [
                "Warning 303 work.failing work=cleaner times=1 pause=0:00:00:01 cause=IOException: The disk is full.",
                "Warning 303 work.failing work=cleaner times=6 pause=0:00:01:00 cause=IOException: The disk is full.",
                "Warning 303 work.failing work=cleaner times=1 pause=0:00:01:00 cause=IOException: The disk is full.",
                "Warning 303 work.failing work=cleaner times=1 pause=0:00:01:00 cause=IOException: The disk is full.",
            ],
            rounds.Log
        );
    }

    [Fact]
    public async Task RunAsync_goes_on_after_a_failure_whose_message_cannot_be_read()
    {
        var rounds = await RunAsync(3, _ => new MuteException());

        Assert.Equal([0, 1, 3], rounds.Times);
        Assert.EndsWith(
            "cause=MuteException: (its message cannot be read)",
            Assert.Single(rounds.Log),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task RunAsync_logs_another_failure_at_once()
    {
        var rounds = await RunAsync(3, round => new IOException($"Disk {round} is full."));

        Assert.Equal(2, rounds.Log.Count);
    }

    /// <summary>Does rounds until the last, which ends the work, and gives when they were, in seconds, and what was logged.</summary>
    private static Task<(List<double> Times, List<string> Log)> RunAsync(
        int rounds,
        Func<int, Exception?> failure
    ) =>
        Task.Run(async () =>
        {
            var clock = new FakeClock();
            var start = clock.GetCurrentInstant();
            using var logger = new ListLogger();
            using var end = new CancellationTokenSource();
            List<double> times = [];
            var work = Perpetual.RunAsync(
                "cleaner",
                token =>
                {
                    times.Add((clock.GetCurrentInstant() - start).TotalSeconds);
                    if (times.Count == rounds)
                    {
                        end.Cancel();
                        token.ThrowIfCancellationRequested();
                    }

                    return failure(times.Count - 1) is { } exception
                        ? Task.FromException(exception)
                        : Task.CompletedTask;
                },
                logger,
                clock,
                end.Token
            );
            while (!work.IsCompleted)
            {
                Assert.True(clock.AdvanceToNextTimer(), "Nothing is waited for, and nothing ends.");
            }

            await work;
            return (times, logger.Lines);
        });
}
