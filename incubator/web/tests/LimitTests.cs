using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Common.Incubator.Web.Tests;

public sealed class LimitTests
{
    private static readonly string[] Small =
    [
        "--Common:Web:Limits:Body=10B",
        "--Common:Web:Limits:RequestLine=256B",
        "--Common:Web:Limits:Headers=1KiB",
        "--Common:Web:Limits:HeaderCount=10",
    ];

    [Theory]
    [InlineData("0123456789", 200)]
    [InlineData("0123456789+", 413)]
    public async Task A_body_is_limited(string body, int status)
    {
        await using var service = await StartAsync(Small);

        var answer = await service.SendAsync(
            $"POST /echo HTTP/1.1\r\nContent-Length: {body.Length}",
            body
        );

        Assert.Equal(status, answer.Status);
        if (status == 413)
        {
            Problem.Is(answer, 413, "request.too_large");
        }
    }

    [Fact]
    public async Task The_request_line_and_the_headers_are_limited()
    {
        await using var service = await StartAsync(Small);

        Assert.Equal(414, await StatusAsync($"GET /{new string('a', 256)} HTTP/1.1"));
        Assert.Equal(431, await StatusAsync($"GET / HTTP/1.1\r\nX-Long: {new string('a', 1024)}"));
        Assert.Equal(
            431,
            await StatusAsync(
                $"GET / HTTP/1.1\r\n{string.Join("\r\n", Enumerable.Range(0, 9).Select(i => $"X-{i}: a"))}"
            )
        ); // with Host and Connection eleven

        async Task<int> StatusAsync(string request) => (await service.SendAsync(request)).Status;
    }

    [Fact]
    public async Task Requests_beyond_the_limit_are_told_to_come_again()
    {
        using var entered = new SemaphoreSlim(0);
        var leave = new TaskCompletionSource();
        await using var service = await TestService.StartAsync(
            app =>
            {
                app.MapGet(
                    "/wait",
                    async () =>
                    {
                        entered.Release();
                        await leave.Task;
                        return "done";
                    }
                );
                app.MapGet("/", () => "ok");
            },
            arguments: "--Common:Web:Limits:Requests=2"
        );
        var waiting = Enumerable
            .Range(0, 2)
            .Select(_ => service.SendAsync("GET /wait HTTP/1.1"))
            .ToList();
        await entered.WaitAsync(TestContext.Current.CancellationToken);
        await entered.WaitAsync(TestContext.Current.CancellationToken);

        var refused = await service.SendAsync("GET / HTTP/1.1");
        var probe = await service.SendAsync("GET /health/live HTTP/1.1");
        leave.SetResult();
        var answers = await Task.WhenAll(waiting);
        var after = await service.SendAsync("GET / HTTP/1.1");

        Problem.Is(refused, 503, "service.overloaded");
        Assert.Equal("1", refused.Headers["Retry-After"]);
        Assert.Equal(200, probe.Status); // a probe must not be refused
        Assert.All(
            answers,
            answer => Assert.Contains("\r\ndone\r\n", answer.Body, StringComparison.Ordinal)
        );
        Assert.Equal(200, after.Status);
        Assert.Single(service.Log.Ends, end => Equals(end.Field("code"), "service.overloaded"));
    }

    [Fact]
    public async Task The_limits_are_the_platforms_by_default_and_the_options_otherwise()
    {
        await using var plain = await StartAsync();
        await using var set = await StartAsync(
            "--Common:Web:Limits:HeadersTime=2s",
            "--Common:Web:Limits:KeepAlive=3s",
            "--Common:Web:Limits:Connections=4"
        );

        var (platform, limits) = (new KestrelServerLimits(), Of(plain));
        Assert.Equal(
            (
                platform.MaxRequestBodySize,
                platform.MaxRequestLineSize,
                platform.MaxRequestHeadersTotalSize,
                platform.MaxRequestHeaderCount,
                platform.RequestHeadersTimeout,
                platform.KeepAliveTimeout
            ),
            (
                limits.MaxRequestBodySize,
                limits.MaxRequestLineSize,
                limits.MaxRequestHeadersTotalSize,
                limits.MaxRequestHeaderCount,
                limits.RequestHeadersTimeout,
                limits.KeepAliveTimeout
            )
        );
        Assert.Equal(
            (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), 4L),
            (
                Of(set).RequestHeadersTimeout,
                Of(set).KeepAliveTimeout,
                Of(set).MaxConcurrentConnections
            )
        );

        static KestrelServerLimits Of(TestService service) =>
            service.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
    }

    private static Task<TestService> StartAsync(params string[] arguments) =>
        TestService.StartAsync(
            app =>
                app.MapPost(
                    "/echo",
                    async (System.IO.Stream body) =>
                    {
                        using var reader = new System.IO.StreamReader(body);
                        return await reader.ReadToEndAsync();
                    }
                ),
            arguments: arguments
        );
}
