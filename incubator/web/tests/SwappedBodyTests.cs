using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Common.Incubator.Web.Tests;

/// <summary>Middleware of a service that leaves the answer in a state in which nothing can be written to it.</summary>
public sealed class SwappedBodyTests
{
    [Fact]
    public async Task A_body_that_was_put_in_place_and_forgotten_does_not_swallow_the_answer()
    {
        await using var service = await TestService.StartAsync(app =>
        {
            app.Use(
                async (http, next) =>
                {
                    using var copy = new MemoryStream();
                    var original = http.Response.Body;
                    http.Response.Body = copy;
                    await next(http);
                    copy.Position = 0;
                    await copy.CopyToAsync(original);
                    http.Response.Body = original;
                }
            );
            app.MapGet("/fine", () => "fine");
            app.MapGet("/defect", IResult () => throw new InvalidOperationException("x"));
        });

        Assert.Contains(
            "fine",
            (await service.SendAsync("GET /fine HTTP/1.1")).Body,
            StringComparison.Ordinal
        );
        Assert.Equal("http.completed", (await service.Log.NextEndAsync()).EventName);
        var answer = await service.SendAsync("GET /defect HTTP/1.1");

        Problem.Is(answer, 500, "internal.error");
        Assert.Equal("http.failed", (await service.Log.NextEndAsync()).EventName);
    }

    [Theory]
    [InlineData("/fine")]
    [InlineData("/none")]
    public async Task A_callback_of_the_answer_that_throws_costs_no_record(string path)
    {
        await using var service = await TestService.StartAsync(app =>
        {
            app.Use(
                (http, next) =>
                {
                    http.Response.OnStarting(() => throw new InvalidOperationException("late"));
                    return next(http);
                }
            );
            app.MapGet("/fine", () => "fine");
        });

        var answer = await service.SendAsync($"GET {path} HTTP/1.1");

        Assert.Equal(500, answer.Status);
        Assert.DoesNotContain("late", answer.Body, StringComparison.Ordinal);
        Assert.Equal("http.failed", (await service.Log.NextEndAsync()).EventName);
    }
}
