using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Common.Abstractions;
using Common.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Common.Incubator.Web.Tests;

/// <summary>Every way in which a request fails: a problem document with the request's ID, and one record that ends it, of its kind.</summary>
public sealed class FailureTests
{
    private const string Json = "\r\nContent-Type: application/json";

    private static Task<TestService> StartAsync() =>
        TestService.StartAsync(
            app =>
            {
                app.MapGet("/fine", () => "fine");
                app.MapGet("/defect", IResult () => throw new InvalidOperationException("secret"));
                app.MapGet(
                    "/gives-up",
                    IResult () => throw new OperationCanceledException("something of ours")
                );
                app.MapGet("/odd", IResult () => throw new BadHttpRequestException("secret", 302));
                app.MapPost("/orders", IResult (ProblemTests.Draft draft) => throw Check(draft));
            },
            builder =>
            {
                builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = 1_000);
                builder.Services.ConfigureHttpJsonOptions(o =>
                    o.SerializerOptions.TypeInfoResolverChain.Insert(0, DraftJson.Default)
                );
            }
        );

    private static ServiceException Check(ProblemTests.Draft draft) =>
        CommonErrors.RequestInvalid([
            new("/sku", "field.required", $"An order has an article, not {draft.Sku?.Length}."),
            new("/quantity", "field.range", "An order is for 1 to 100 pieces."),
        ]);

    public static TheoryData<string, string, int, string> Failures =>
        new()
        {
            { "GET /defect", "", 500, "internal.error" },
            { "GET /gives-up", "", 500, "internal.error" }, // the caller waits, and there is time
            { "GET /odd", "", 400, "request.malformed" }, // a status that is no failure's
            { "GET /no/such/route", "", 404, "route.not_found" },
            { "POST /fine", "", 405, "route.method_not_allowed" },
            { $"POST /orders{Json}", """{"sku":"","quantity":0}""", 400, "request.invalid" },
            { $"POST /orders{Json}", "{", 400, "request.malformed" },
            { $"POST /orders{Json}", "[]", 400, "request.malformed" },
            { $"POST /orders{Json}", "\0\u00ff\u00fe", 400, "request.malformed" },
            { $"POST /orders{Json}", Deep("{\"sku\":", 120), 400, "request.malformed" },
            { $"POST /orders{Json}", Deep("[", 900), 400, "request.malformed" },
            { $"POST /orders{Json}; charset=nonsense", "{}", 415, "request.media_type" },
            { "POST /orders\r\nContent-Type: text/plain", "{}", 415, "request.media_type" },
            { $"POST /orders{Json}", Deep(" ", 1_001), 413, "request.too_large" },
            {
                $"POST /orders{Json}\r\nTransfer-Encoding: chunked",
                Chunk(1_001),
                413,
                "request.too_large"
            },
            {
                $"POST /orders{Json}\r\nTransfer-Encoding: chunked",
                "no chunk\r\n",
                400,
                "request.malformed"
            },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failure_is_a_problem_document_and_one_record_of_its_kind(
        string request,
        string body,
        int status,
        string code
    )
    {
        await using var service = await StartAsync();
        var length = request.Contains("chunked", StringComparison.Ordinal)
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"\r\nContent-Length: {body.Length}");

        var answer = await service.SendAsync(
            request.Split("\r\n", 2) is [var line, var headers]
                ? $"{line} HTTP/1.1\r\n{headers}{length}"
                : $"{request} HTTP/1.1{length}",
            body
        );

        var document = Problem.Is(answer, status, code);
        Assert.Equal(
            code == "request.invalid" ? 2 : 0,
            document.Errors.Count(e => e.Code != "json.unexpected")
        );
        Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
        var end = await service.Log.NextEndAsync();
        var isRejected = document.Kind!.Value.ToEventKind() == EventKind.Rejected;
        Assert.Equal(isRejected ? "http.rejected" : "http.failed", end.EventName);
        Assert.Equal(isRejected ? LogLevel.Information : LogLevel.Error, end.Level);
        Assert.Equal((status, code), (end.Field("status"), end.Field("code")));
        Assert.Equal(document.RequestId, end.Context!.RequestId);

        // What would follow is there once a later request has ended.
        Assert.Equal(200, (await service.SendAsync("GET /fine HTTP/1.1")).Status);
        Assert.Equal("http.completed", (await service.Log.NextEndAsync()).EventName);
        Assert.Equal(2, service.Log.Ends.Count);
        Assert.DoesNotContain(
            service.Log.Entries,
            e => e != end && e.Level >= LogLevel.Warning // nobody else speaks of it
        );
    }

    private static string Deep(string opening, int depth) =>
        string.Concat(Enumerable.Repeat(opening, depth));

    private static string Chunk(int length) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{length:x}\r\n{new string(' ', length)}\r\n0\r\n\r\n"
        );
}
