using System;
using System.Threading.Tasks;
using Common.Abstractions;
using Common.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Xunit;

namespace Common.Incubator.Web.Tests;

public sealed class ProblemTests
{
    private const string Secret = "Host=db;Password=hunter2";

    private static void Map(WebApplication app)
    {
        app.MapGet("/fine", () => "fine");
        app.MapGet("/defect", IResult () => throw new InvalidOperationException(Secret));
        app.MapGet(
            "/declared",
            IResult () =>
                throw new ServiceException(
                    ErrorKind.NotFound,
                    "order.not_found",
                    "There is no order 7.",
                    detail: Secret
                )
        );
        app.MapGet(
            "/later",
            IResult () =>
                throw new ServiceException(
                    ErrorKind.Unavailable,
                    "stock.counting",
                    "The stock is being counted."
                )
                {
                    RetryAfter = Duration.FromMilliseconds(1_500),
                }
        );
        app.MapGet("/status/{status:int}", (int status) => Results.StatusCode(status));
        app.MapGet("/own", () => Results.Text("own words", statusCode: 418));
        app.MapPost("/orders", (Draft draft) => Results.Ok(draft.Quantity));
        app.MapGet(
            "/half",
            async (HttpContext http) =>
            {
                await http.Response.WriteAsync("half");
                await http.Response.Body.FlushAsync();
                throw new InvalidOperationException(Secret);
            }
        );
    }

    private static Task<TestService> StartAsync(string environment = "Production") =>
        TestService.StartAsync(
            Map,
            builder =>
            {
                builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = 1_000);
                builder.Services.ConfigureHttpJsonOptions(o =>
                    o.SerializerOptions.TypeInfoResolverChain.Insert(0, DraftJson.Default)
                );
            },
            environment
        );

    [Fact]
    public async Task A_request_that_succeeds_has_both_IDs_and_one_record()
    {
        await using var service = await StartAsync();

        var answer = await service.SendAsync("GET /fine HTTP/1.1");

        Assert.Equal(200, answer.Status);
        Assert.Equal("fine", answer.Body.Split("\r\n")[1]);
        var end = await service.Log.NextEndAsync();
        Assert.Equal("http.completed", end.EventName);
        Assert.Equal(LogLevel.Information, end.Level);
        Assert.Equal(answer.Headers["X-Request-ID"], end.Context!.RequestId.ToString());
        Assert.Equal(answer.Headers["X-Global-Request-ID"], end.Context.GlobalRequestId.ToString());
        Assert.Equal("GET", end.Field("method"));
        Assert.Equal("/fine", end.Field("path"));
        Assert.Equal(200, end.Field("status"));
        Assert.Single(service.Log.Ends);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Development")] // where the platform puts a page of its own in front
    public async Task An_exception_that_nobody_declared_is_Internal_and_tells_nothing(
        string environment
    )
    {
        await using var service = await StartAsync(environment);

        var answer = await service.SendAsync("GET /defect HTTP/1.1");

        var document = Problem.Is(answer, 500, "internal.error");
        Assert.Equal(
            "Something went wrong in the service. Its operators find the reason under the request ID.",
            document.Detail
        );
        Assert.DoesNotContain("hunter2", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
        var end = await service.Log.NextEndAsync();
        Assert.Equal("http.failed", end.EventName);
        Assert.Equal(LogLevel.Error, end.Level);
        Assert.IsType<InvalidOperationException>(end.Exception);
        Assert.Single(service.Log.Entries, e => e.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_declared_error_is_told_with_its_public_side_only()
    {
        await using var service = await StartAsync();

        var answer = await service.SendAsync("GET /declared HTTP/1.1");

        var document = Problem.Is(answer, 404, "order.not_found");
        Assert.Equal("There is no order 7.", document.Detail);
        Assert.DoesNotContain("hunter2", answer.Body, StringComparison.Ordinal);
        var end = await service.Log.NextEndAsync();
        Assert.Equal("http.rejected", end.EventName);
        Assert.Equal("order.not_found", end.Field("code"));
        Assert.Contains(Secret, (string)end.Field("reason")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_that_the_error_asks_for_is_a_header_in_whole_seconds()
    {
        await using var service = await StartAsync();

        var answer = await service.SendAsync("GET /later HTTP/1.1");

        Problem.Is(answer, 503, "stock.counting");
        Assert.Equal("2", answer.Headers["Retry-After"]);
    }

    public static TheoryData<string, int, string> Refused =>
        new()
        {
            { "GET /nothing/here HTTP/1.1", 404, "route.not_found" },
            { "POST /fine HTTP/1.1\r\nContent-Length: 0", 405, "route.method_not_allowed" },
            {
                "POST /orders HTTP/1.1\r\nContent-Type: text/plain\r\nContent-Length: 0",
                415,
                "request.media_type"
            },
            { "GET /status/401 HTTP/1.1", 401, "request.unauthenticated" },
            { "GET /status/403 HTTP/1.1", 403, "request.forbidden" },
            { "GET /status/418 HTTP/1.1", 418, "http.status_418" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_status_without_a_body_becomes_a_problem_document(
        string request,
        int status,
        string code
    )
    {
        await using var service = await StartAsync();

        var answer = await service.SendAsync(request);

        Problem.Is(answer, status, code);
        var end = await service.Log.NextEndAsync();
        Assert.Equal("http.rejected", end.EventName);
        Assert.Equal(status, end.Field("status"));
        Assert.Single(service.Log.Ends);
    }

    [Fact]
    public async Task A_method_that_is_not_allowed_keeps_the_header_that_names_the_allowed_ones()
    {
        await using var service = await StartAsync();

        var answer = await service.SendAsync("POST /fine HTTP/1.1\r\nContent-Length: 0");

        Assert.Equal("GET", answer.Headers["Allow"]);
    }

    [Fact]
    public async Task An_answer_of_the_services_own_words_stays()
    {
        await using var service = await StartAsync();

        var answer = await service.SendAsync("GET /own HTTP/1.1");

        Assert.Equal(418, answer.Status);
        Assert.Equal("own words", answer.Body);
        Assert.Equal("http.rejected", (await service.Log.NextEndAsync()).EventName);
    }

    public static TheoryData<string, string> BadBodies =>
        new()
        {
            { "", "" },
            { "{", "" },
            { "not json", "" },
            { "\0\u00ff\u00fe", "" },
            { "[1]", "" },
            { """{"sku":"lamp","quantity":"many"}""", "/quantity" },
            { """{"sku":"lamp","quantity":1e99}""", "/quantity" },
            { """{"sku":{},"quantity":1}""", "/sku" },
        };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_body_that_is_not_what_was_expected_is_refused_with_its_place(
        string body,
        string pointer
    )
    {
        await using var service = await StartAsync();

        var answer = await service.SendAsync(
            $"POST /orders HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: {body.Length}",
            body
        );

        var document = Problem.Is(answer, 400, "request.malformed");
        if (body.Length > 0)
        {
            var error = Assert.Single(document.Errors);
            Assert.Equal(pointer, error.Pointer);
            Assert.Equal("json.unexpected", error.Code);
            Assert.StartsWith(
                "The JSON is not what is expected here, at line 1, byte ",
                error.Message,
                StringComparison.Ordinal
            );
        }

        Assert.Equal("http.rejected", (await service.Log.NextEndAsync()).EventName);
        Assert.Equal(200, (await service.SendAsync("GET /fine HTTP/1.1")).Status);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_413()
    {
        await using var service = await StartAsync();

        var answer = await service.SendAsync(
            "POST /orders HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 1001",
            new string(' ', 1_001)
        );

        Problem.Is(answer, 413, "request.too_large");
        Assert.Equal("http.rejected", (await service.Log.NextEndAsync()).EventName);
        Assert.Single(service.Log.Ends);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_cut_and_logged_once()
    {
        await using var service = await StartAsync();

        var answer = await service.SendAsync("GET /half HTTP/1.1");

        Assert.DoesNotContain("hunter2", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n0\r\n\r\n", answer.Body, StringComparison.Ordinal); // the end of a whole answer
        var end = await service.Log.NextEndAsync();
        Assert.Equal("http.failed", end.EventName);
        Assert.Single(service.Log.Ends);
    }

    internal sealed record Draft(string? Sku, int Quantity);
}
