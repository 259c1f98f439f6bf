using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Common.Incubator.Web.Tests;

public sealed class UnreadableTests
{
    public static TheoryData<string, int> NotHttp =>
        new()
        {
            { "\0\u0001\u0002\r\n\r\n", 400 },
            { "GET / HTTP/9.9\r\n\r\n", 505 },
            { "GET / HTTP/1.1\r\n\r\n", 400 }, // no host
            { "GET / HTTP/1.1\r\nHost: a\r\nX-Request-ID: a\0b\r\n\r\n", 400 },
            { "GET / HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", 400 },
            { "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", 400 },
            { "GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + new string('x', 40_000) + "\r\n\r\n", 431 },
            { "GET /" + new string('x', 10_000) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414 },
        };

    [Theory]
    [MemberData(nameof(NotHttp))]
    public async Task What_is_no_HTTP_is_refused_with_one_record_and_the_service_goes_on(
        string request,
        int status
    )
    {
        await using var service = await TestService.StartAsync(app =>
            app.MapGet("/", () => "fine")
        );

        var answer = await RawExchange.SendAsync(service.Address, request);

        Assert.Equal(status, answer.Status);
        var end = await service.Log.NextEndAsync();
        Assert.Equal("http.unreadable", end.EventName);
        Assert.Equal(LogLevel.Information, end.Level);
        Assert.Equal(status, end.Field("status"));
        Assert.Equal(200, (await service.SendAsync("GET / HTTP/1.1")).Status);
        Assert.Equal("http.completed", (await service.Log.NextEndAsync()).EventName);
        Assert.Equal(2, service.Log.Ends.Count);
    }

    public static TheoryData<string> OddIds =>
        new()
        {
            "",
            " ",
            "not-an-id",
            "00000000-0000-0000-0000-000000000000",
            "{550e8400-e29b-41d4-a716-446655440000}",
            "\u00ff\u00fe\u00e4",
            "\t\t",
            "req-550e8400-e29b-41d4-a716-446655440000, req-550e8400-e29b-41d4-a716-446655440001",
            "'; DROP TABLE orders; --",
            new string('a', 8_000),
        };

    [Theory]
    [MemberData(nameof(OddIds))]
    public async Task An_ill_formed_ID_is_replaced_and_its_text_is_nowhere(string id)
    {
        await using var service = await TestService.StartAsync(app =>
            app.MapGet("/", () => "fine")
        );

        var answer = await RawExchange.SendAsync(
            service.Address,
            Encoding.Latin1.GetBytes(
                $"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Request-ID: {id}\r\nX-Global-Request-ID: {id}\r\n\r\n"
            )
        );

        Assert.Equal(200, answer.Status);
        Assert.Matches(
            "^req-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
            answer.Headers["X-Request-ID"]
        );
        Assert.Equal(answer.Headers["X-Request-ID"], answer.Headers["X-Global-Request-ID"]);
        await service.Log.NextEndAsync();
        if (!string.IsNullOrWhiteSpace(id))
        {
            Assert.DoesNotContain(
                service.Log.Entries,
                e =>
                    e.Fields.Any(f =>
                        f.Value is string text && text.Contains(id, StringComparison.Ordinal)
                    )
            );
        }
    }
}
