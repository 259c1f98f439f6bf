using System;
using System.Linq;
using System.Threading.Tasks;
using Common.Config;
using Common.Context;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Common.Incubator.Web.Tests;

public sealed class PipelineTests
{
    private static readonly string[] Reordered =
    [
        "--Common:Web:Pipeline:Stages:0=boundary",
        "--Common:Web:Pipeline:Stages:1=health",
        "--Common:Web:Pipeline:Stages:2=compression",
    ];

    [Fact]
    public async Task Operators_reorder_and_add_stages()
    {
        await using var service = await StartAsync(arguments: Reordered);
        using var request = new System.Net.Http.HttpRequestMessage(
            System.Net.Http.HttpMethod.Get,
            "/long"
        );
        request.Headers.Add("Accept-Encoding", "gzip");

        using var compressed = await service.Client.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        using var probe = await service.Client.GetAsync(
            new Uri("/health/live", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(["gzip"], compressed.Content.Headers.ContentEncoding);
        Assert.True(probe.Headers.Contains(ContextHeaders.RequestId)); // inside the boundary now
    }

    [Fact]
    public async Task Operators_leave_stages_out()
    {
        await using var service = await StartAsync(
            arguments: "--Common:Web:Pipeline:Stages:0=boundary"
        );

        Problem.Is(await service.SendAsync("GET /health/live HTTP/1.1"), 404, "route.not_found");
    }

    [Fact]
    public async Task A_stage_of_the_service_sees_the_context_and_can_say_more_of_it()
    {
        await using var service = await StartAsync(builder =>
            builder.Services.AddWebStage(
                new WebStage(
                    "sign-in",
                    app =>
                        app.Use(
                            async (http, next) =>
                            {
                                using var known = http.EnterContext(
                                    RequestContext.Current! with
                                    {
                                        User = "alice",
                                    }
                                );
                                await next();
                            }
                        )
                )
                {
                    After = [WebStages.Boundary],
                }
            )
        );

        var answer = await service.SendAsync("GET /who HTTP/1.1");

        Assert.Contains("\r\nalice\r\n", answer.Body, StringComparison.Ordinal);
        Assert.Equal("alice", (await service.Log.NextEndAsync()).Context!.User);
    }

    [Fact]
    public Task A_wrong_order_stops_the_start() =>
        RefusesAsync(
            [
                "Common:Web:Pipeline is wrong: 'concurrency' is named before 'boundary', and must come after it.",
                "Common:Web:Pipeline is wrong: 'tenants' is none of the stages health, boundary, compression, concurrency.",
            ],
            "--Common:Web:Pipeline:Stages:0=concurrency",
            "--Common:Web:Pipeline:Stages:1=boundary",
            "--Common:Web:Pipeline:Stages:2=tenants"
        );

    [Fact]
    public Task Limits_that_are_none_stop_the_start() =>
        RefusesAsync(
            [
                "argument --Common:Web:Health:LivePath: Common:Web:Health:LivePath is \"live\"; it must match ^/[A-Za-z0-9/._-]*$.",
                "argument --Common:Web:Limits:Body: Common:Web:Limits:Body is \"2GiB\"; it must be from 1B to 1GiB.",
            ],
            "--Common:Web:Limits:Body=2GiB",
            "--Common:Web:Health:LivePath=live"
        );

    private static async Task RefusesAsync(string[] errors, params string[] arguments)
    {
        var exception = await Assert.ThrowsAsync<ConfigException>(() =>
            StartAsync(arguments: arguments)
        );

        Assert.Equal(
            errors,
            exception.Errors.Select(error => error.ToString()).Order(StringComparer.Ordinal)
        );
    }

    private static Task<TestService> StartAsync(
        Action<WebApplicationBuilder>? configure = null,
        params string[] arguments
    ) =>
        TestService.StartAsync(
            app =>
            {
                app.MapGet("/long", () => new string('a', 10_000));
                app.MapGet("/who", () => RequestContext.Current!.User);
            },
            configure,
            arguments: arguments
        );
}
