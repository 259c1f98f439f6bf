using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Common.Context;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Common.Incubator.Web.Tests;

public sealed class PropagationTests
{
    private static readonly string[] Trusting =
    [
        "--Common:Context:Trust:Networks:0=127.0.0.1",
        "--Common:Context:Egress:Hosts:0=127.0.0.1",
    ];

    /// <summary>A service that tells who it believes to work for.</summary>
    private static Task<TestService> BackAsync(params string[] arguments) =>
        TestService.StartAsync(
            app => app.MapGet("/who", () => Who(RequestContext.Current!)),
            arguments: arguments
        );

    /// <summary>A service that asks the one in the back, and tells both answers.</summary>
    private static Task<TestService> FrontAsync(TestService back, params string[] arguments) =>
        TestService.StartAsync(
            app =>
                app.MapGet(
                    "/who",
                    async (IHttpClientFactory clients) =>
                    {
                        var before = Who(RequestContext.Current!);
                        using var client = clients.CreateClient("back");
                        var answer = await client.GetStringAsync(
                            new Uri(back.Address, "/who"),
                            TestContext.Current.CancellationToken
                        );
                        return $"{before}\n{answer}\n{Who(RequestContext.Current!)}";
                    }
                ),
            builder => builder.Services.AddHttpClient("back"),
            arguments: arguments
        );

    private static string Who(RequestContext context) =>
        $"{context.GlobalRequestId} {context.User ?? "-"} {context.Tenant} {context.RequestId}";

    [Fact]
    public async Task The_context_goes_on_to_hosts_that_the_policy_names()
    {
        await using var back = await BackAsync(Trusting);
        await using var front = await FrontAsync(back, Trusting);

        var lines = await AskAsync(front, "alice", "/acme/eu");

        var atFront = lines[0].Split(' ');
        var atBack = lines[1].Split(' ');
        Assert.Equal(["alice", "/acme/eu"], atFront[1..3]);
        Assert.Equal(atFront[..3], atBack[..3]);
        Assert.NotEqual(atFront[3], atBack[3]); // a local ID of its own
        Assert.Equal(lines[0], lines[2]);
    }

    [Fact]
    public async Task Nothing_but_the_trace_goes_to_other_hosts()
    {
        HeaderDictionary? received = null;
        await using var back = await TestService.StartAsync(app =>
            app.MapGet(
                "/who",
                (HttpContext http) =>
                {
                    received = new HeaderDictionary(
                        http.Request.Headers.ToDictionary(h => h.Key, h => h.Value)
                    );
                    return "";
                }
            )
        );
        await using var front = await FrontAsync(back, Trusting[0]);

        await AskAsync(front, "alice", "/acme/eu");

        Assert.NotNull(received);
        Assert.Equal(
            ["Host", "traceparent"],
            received.Keys.Order(StringComparer.OrdinalIgnoreCase)
        );
        Assert.Single(received["traceparent"]!);
    }

    [Fact]
    public async Task A_thousand_requests_at_once_never_see_each_other()
    {
        await using var back = await BackAsync(Trusting);
        await using var front = await FrontAsync(back, Trusting);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 1_000).Select(i => AskAsync(front, $"user-{i}", $"/tenant-{i}"))
        );

        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < answers.Length; i++)
        {
            var lines = answers[i];
            Assert.Equal([$"user-{i}", $"/tenant-{i}"], lines[0].Split(' ')[1..3]);
            Assert.Equal(lines[0].Split(' ')[..3], lines[1].Split(' ')[..3]);
            Assert.Equal(lines[0], lines[2]);
            Assert.True(ids.Add(lines[0].Split(' ')[3]));
            Assert.True(ids.Add(lines[1].Split(' ')[3]));
        }

        Assert.Null(RequestContext.Current);
        Assert.All(
            front.Log.Ends,
            e =>
            {
                Assert.Equal("http.completed", e.EventName);
                Assert.NotNull(e.Context);
            }
        );
    }

    [Fact]
    public async Task A_kept_alive_connection_starts_each_request_anew()
    {
        await using var service = await BackAsync(Trusting);

        var first = await AskAsync(service, "alice", "/acme");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        using var answer = await service.Client.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        var second = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["alice", "/acme"], first[0].Split(' ')[1..3]);
        Assert.Equal("-", second.Split(' ')[1]);
        Assert.NotEqual(first[0].Split(' ')[0], second.Split(' ')[0]);
    }

    [Fact]
    public async Task A_forwarded_request_brings_its_ID_and_no_identity()
    {
        const string Id = "req-550e8400-e29b-41d4-a716-446655440000";
        await using var service = await BackAsync(Trusting);

        var answer = await service.SendAsync(
            $"GET /who HTTP/1.1\r\nX-Forwarded-For: 203.0.113.9\r\nX-Global-Request-ID: {Id}\r\nX-User: root"
        );

        Assert.Equal(Id, answer.Headers["X-Global-Request-ID"]);
        Assert.NotEqual(Id, answer.Headers["X-Request-ID"]);
        Assert.Contains($"{Id} - ", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_trusted_by_default()
    {
        const string Id = "req-550e8400-e29b-41d4-a716-446655440000";
        await using var service = await BackAsync();

        var answer = await service.SendAsync(
            $"GET /who HTTP/1.1\r\nX-Global-Request-ID: {Id}\r\nX-User: root\r\nX-Tenant: /acme"
        );

        Assert.Equal(answer.Headers["X-Request-ID"], answer.Headers["X-Global-Request-ID"]);
        Assert.DoesNotContain(Id, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("root", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("/acme", answer.Body, StringComparison.Ordinal);
    }

    private static async Task<string[]> AskAsync(TestService service, string user, string tenant)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/who");
        request.Headers.Add(ContextHeaders.User, user);
        request.Headers.Add(ContextHeaders.Tenant, tenant);
        using var answer = await service.Client.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, body);
        return body.Split('\n');
    }
}
