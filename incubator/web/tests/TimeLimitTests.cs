using System.Collections.Generic;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Common.Incubator.Web.Tests;

public sealed class TimeLimitTests
{
    private static Task<TestService> StartAsync(params string[] arguments) =>
        TestService.StartAsync(
            app =>
                app.MapGet(
                    "/wait",
                    async (CancellationToken cancellationToken) =>
                        await Task.Delay(Timeout.Infinite, cancellationToken)
                ),
            arguments: arguments
        );

    [Fact]
    public async Task A_request_that_takes_longer_than_its_sender_allows_is_504()
    {
        await using var service = await StartAsync();

        var answer = await service.SendAsync("GET /wait HTTP/1.1\r\nX-Deadline: 100");

        Problem.Is(answer, 504, "deadline.exceeded");
        var end = await service.Log.NextEndAsync();
        Assert.Equal("http.failed", end.EventName);
        Assert.Equal(LogLevel.Error, end.Level);
    }

    [Fact]
    public async Task A_request_that_takes_longer_than_the_service_allows_is_504()
    {
        await using var service = await StartAsync("--Common:Web:RequestLimit=100ms");

        var answer = await service.SendAsync("GET /wait HTTP/1.1\r\nX-Deadline: 60000");

        Problem.Is(answer, 504, "deadline.exceeded");
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1e9")]
    [InlineData("99999999999999999999")]
    public async Task A_deadline_that_is_none_is_left_out(string deadline)
    {
        await using var service = await StartAsync("--Common:Web:RequestLimit=100ms");

        var answer = await service.SendAsync($"GET /wait HTTP/1.1\r\nX-Deadline: {deadline}");

        Problem.Is(answer, 504, "deadline.exceeded");
        var refused = Assert.Single(
            service.Log.Entries,
            e => e.EventName == "context.header_refused"
        );
        Assert.Equal("X-Deadline", refused.Field("header"));
        Assert.Equal(deadline.Length, refused.Field("length"));
    }

    [Fact]
    public async Task A_caller_that_goes_away_is_one_record_and_no_failure()
    {
        await using var service = await StartAsync();
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(
                service.Address.Host,
                service.Address.Port,
                TestContext.Current.CancellationToken
            );
            await client
                .GetStream()
                .WriteAsync(
                    Encoding.ASCII.GetBytes("GET /wait HTTP/1.1\r\nHost: localhost\r\n\r\n"),
                    TestContext.Current.CancellationToken
                );
        }

        var end = await service.Log.NextEndAsync();

        Assert.Equal("http.rejected", end.EventName);
        Assert.Equal(499, end.Field("status"));
        Assert.Equal("request.cancelled", end.Field("code"));
        Assert.DoesNotContain(service.Log.Entries, e => e.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_the_callers_doing()
    {
        await using var service = await TestService.StartAsync(app =>
            app.MapPost("/orders", (Dictionary<string, string> order) => order.Count)
        );
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(
                service.Address.Host,
                service.Address.Port,
                TestContext.Current.CancellationToken
            );
            await client
                .GetStream()
                .WriteAsync(
                    Encoding.ASCII.GetBytes(
                        "POST /orders HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
                    ),
                    TestContext.Current.CancellationToken
                );
        }

        var end = await service.Log.NextEndAsync();

        Assert.Equal("http.rejected", end.EventName);
        Assert.DoesNotContain(service.Log.Entries, e => e.Level >= LogLevel.Warning);
    }
}
