using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Common.Incubator.Web.Tests;

public sealed class HealthTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task Probes_are_answered_without_a_record_and_without_IDs()
    {
        await using var service = await StartAsync(() => HealthCheckResult.Healthy());

        await UntilAsync(service, 200);
        var live = await service.SendAsync("GET /health/live HTTP/1.1");
        var head = await service.SendAsync("HEAD /health/ready HTTP/1.1");

        Assert.Equal((200, "Healthy\n"), (live.Status, live.Body));
        Assert.Equal("no-store", live.Headers["Cache-Control"]);
        Assert.Equal((200, ""), (head.Status, head.Body));
        Assert.Empty(service.Log.Ends);
    }

    [Fact]
    public async Task Other_methods_are_no_probes()
    {
        await using var service = await StartAsync(() => HealthCheckResult.Healthy());

        Problem.Is(
            await service.SendAsync("POST /health/live HTTP/1.1\r\nContent-Length: 0"),
            404,
            "route.not_found"
        );
    }

    [Fact]
    public async Task A_check_that_fails_makes_the_service_not_ready_but_keeps_it_alive()
    {
        var result = HealthCheckResult.Healthy();
        await using var service = await StartAsync(() => result);
        await UntilAsync(service, 200);

        result = HealthCheckResult.Unhealthy("the password is 1234");
        var refused = await UntilAsync(service, 503);
        var live = await service.SendAsync("GET /health/live HTTP/1.1");
        result = HealthCheckResult.Degraded();
        await UntilAsync(service, 200);

        Assert.Equal("Unhealthy\n", refused.Body); // callers learn nothing of the reason
        Assert.Equal(200, live.Status);
        await service.Log.WaitForAsync("service.ready");
        var record = Assert.Single(service.Log.Entries, e => e.EventName == "service.not_ready");
        Assert.Equal((LogLevel.Warning, "store"), (record.Level, record.Field("failing")));
        Assert.DoesNotContain(
            service.Log.Entries,
            e => e.Category.Contains("HealthChecks", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_check_that_throws_or_hangs_makes_the_service_not_ready()
    {
        using var hang = new ManualResetEventSlim();
        Func<HealthCheckResult> check = () => throw new InvalidOperationException();
        await using var service = await StartAsync(
            () => check(),
            arguments: "--Common:Web:Health:Limit=100ms"
        );
        await UntilAsync(service, 503);
        await service.Log.WaitForAsync("service.not_ready");

        check = () =>
        {
            hang.Wait(TimeSpan.FromMinutes(1));
            return HealthCheckResult.Healthy();
        };
        var record = await service.Log.WaitForAsync(
            "service.not_ready",
            e => Equals(e.Field("failing"), "the checks took too long")
        );
        Assert.Equal(LogLevel.Warning, record.Level);
        check = () => HealthCheckResult.Healthy();
        hang.Set();
        await UntilAsync(service, 200);
    }

    [Fact]
    public async Task A_check_that_cannot_be_made_makes_the_service_not_ready_but_keeps_it_alive()
    {
        await using var service = await StartAsync(
            () => HealthCheckResult.Healthy(),
            builder => builder.Services.AddHealthChecks().AddCheck<CheckWithoutItsStore>("odd")
        );

        var record = await service.Log.WaitForAsync("service.not_ready");
        var live = await service.SendAsync("GET /health/live HTTP/1.1");

        Assert.Equal(
            (LogLevel.Warning, "a check could not be made"),
            (record.Level, record.Field("failing"))
        );
        Assert.IsType<InvalidOperationException>(record.Exception);
        Assert.Equal(200, live.Status);
    }

    [Fact]
    public async Task A_check_that_hangs_is_not_begun_anew()
    {
        using var hang = new ManualResetEventSlim();
        var begun = 0;
        await using var service = await StartAsync(
            () =>
            {
                Interlocked.Increment(ref begun);
                hang.Wait(TimeSpan.FromMinutes(1));
                return HealthCheckResult.Healthy();
            },
            arguments: "--Common:Web:Health:Limit=100ms"
        );

        await service.Log.WaitForAsync("service.not_ready");
        await using var other = await StartAsync(() => HealthCheckResult.Healthy());
        await UntilAsync(other, 200); // it has begun later, and ran its checks in the same period
        var before = Volatile.Read(ref begun);
        hang.Set();
        await UntilAsync(service, 200);

        Assert.Equal(1, before);
    }

    [Fact]
    public async Task A_service_that_stops_is_not_ready()
    {
        await using var service = await StartAsync(() => HealthCheckResult.Healthy());
        await UntilAsync(service, 200);
        var watch = service.Services.GetRequiredService<HealthWatch>();
        Assert.True(watch.IsReady);

        service.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.False(watch.IsReady);
    }

    [Fact]
    public async Task Probes_are_answered_while_the_log_stands_still()
    {
        using var stuck = new StuckLog();
        var result = HealthCheckResult.Healthy();
        await using var service = await StartAsync(
            () => result,
            builder => builder.Logging.SetMinimumLevel(LogLevel.Information).AddProvider(stuck)
        );
        await UntilAsync(service, 200);

        stuck.Stick();
        result = HealthCheckResult.Unhealthy();
        await UntilAsync(service, 503); // its record cannot be written
        result = HealthCheckResult.Healthy();
        await UntilAsync(service, 200);
        var live = await service.SendAsync("GET /health/live HTTP/1.1");
        var waits = stuck.Waits;
        stuck.Free();

        Assert.Equal(200, live.Status);
        Assert.True(waits > 0, "nothing was written, so that nothing was tested");
    }

    private static Task<TestService> StartAsync(
        Func<HealthCheckResult> check,
        Action<WebApplicationBuilder>? configure = null,
        params string[] arguments
    ) =>
        TestService.StartAsync(
            _ => { },
            builder =>
            {
                builder.Services.AddHealthChecks().AddCheck("store", check);
                configure?.Invoke(builder);
            },
            arguments: ["--Common:Web:Health:Period=100ms", .. arguments]
        );

    private static async Task<RawAnswer> UntilAsync(TestService service, int status)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var answer = await service.SendAsync("GET /health/ready HTTP/1.1");
            if (answer.Status == status)
            {
                return answer;
            }

            await Task.Delay(Pause, patience.Token);
        }
    }

    private sealed class CheckWithoutItsStore : IHealthCheck
    {
        public CheckWithoutItsStore() => throw new InvalidOperationException("There is no store.");

        public Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(HealthCheckResult.Healthy());
    }
}
