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

/// <summary>What leaves the service, whatever client sends it and wherever it is redirected to.</summary>
public sealed class EgressTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    /// <summary>127.0.0.1 is one of ours; the same machine under its name is somebody else.</summary>
    private static readonly string[] Trusting =
    [
        "--Common:Context:Trust:Networks:0=127.0.0.1",
        "--Common:Context:Egress:Hosts:0=127.0.0.1",
    ];

    private const string Everything =
        $"traceparent: 00-{Trace}-b7ad6b7169203331-01\r\ntracestate: foo=1\r\nbaggage: plan=gold\r\n"
        + "X-User: alice\r\nX-Tenant: /acme\r\nX-Deadline: 30000";

    /// <summary>A service that asks another address with a client of the caller's choice, and tells the names of the headers that arrived there.</summary>
    private static Task<TestService> StartAsync(
        Func<IServiceProvider, HttpClient> makeClient,
        params string[] arguments
    ) =>
        TestService.StartAsync(
            app =>
            {
                app.MapGet("/names", (HttpRequest request) => Names(request));
                app.MapPost("/names", (HttpRequest request) => $"POST {Names(request)}");
                app.MapGet("/away", (HttpRequest request) => Results.Redirect(Other(request)));
                app.MapGet("/here", () => Results.Redirect("/names"));
                app.MapPost("/seen", (HttpRequest request) => SeeOther(request, 303));
                app.MapPost("/moved", (HttpRequest request) => SeeOther(request, 307));
                app.MapGet("/round", () => Results.Redirect("/round"));
                app.MapGet(
                    "/ask",
                    async (HttpRequest request, IServiceProvider services) =>
                    {
                        using var client = makeClient(services);
                        using var asked = new HttpRequestMessage(
                            new HttpMethod(
                                request.Query["method"].ToString() is { Length: > 0 } m ? m : "GET"
                            ),
                            $"http://{request.Query["host"]}:{request.Host.Port}{request.Query["path"]}"
                        );
                        asked.Content =
                            asked.Method == HttpMethod.Post ? new StringContent("x") : null;
                        asked.Headers.TryAddWithoutValidation("Authorization", "Bearer secret");
                        using var answer = await client.SendAsync(asked);
                        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
                    }
                );
            },
            builder =>
            {
                builder.Services.AddHttpClient("sockets");
                builder
                    .Services.AddHttpClient("old")
                    .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler());
            },
            arguments: arguments
        );

    private static string Names(HttpRequest request) =>
        string.Join(
            ' ',
            request
                .Headers.Select(h => h.Key)
                .Where(n =>
                    ContextNames.Contains(n) || n == "Correlation-Context" || n == "Authorization"
                )
                .Order(StringComparer.OrdinalIgnoreCase)
        );

    private static readonly HashSet<string> ContextNames = new(
        typeof(ContextHeaders).GetFields().Select(f => (string)f.GetRawConstantValue()!),
        StringComparer.OrdinalIgnoreCase
    );

    private static string Other(HttpRequest request) =>
        $"http://localhost:{request.Host.Port}/names";

    private static IResult SeeOther(HttpRequest request, int status)
    {
        request.HttpContext.Response.Headers.Location = Other(request);
        return Results.StatusCode(status);
    }

    private static async Task<string> AskAsync(TestService service, string query)
    {
        var answer = await RawExchange.SendAsync(
            service.Address,
            $"GET /ask?{query} HTTP/1.0\r\nHost: 127.0.0.1:{service.Address.Port}\r\nConnection: close\r\n{Everything}\r\n\r\n"
        );
        return answer.Body;
    }

    private const string All =
        "Authorization baggage traceparent tracestate X-Deadline X-Global-Request-ID X-Request-ID X-Tenant X-User";

    [Theory]
    [InlineData("sockets")]
    [InlineData("old")]
    public async Task A_client_of_the_factory_tells_a_third_party_the_traceparent_at_most(
        string name
    )
    {
        await using var service = await StartAsync(s => Client(s, name), Trusting);

        Assert.Equal($"200 {All}", await AskAsync(service, "host=127.0.0.1&path=/names"));
        Assert.Equal(
            "200 Authorization traceparent",
            await AskAsync(service, "host=localhost&path=/names")
        );
    }

    [Fact]
    public async Task A_client_of_ones_own_tells_anyone_the_traceparent_at_most()
    {
#pragma warning disable CMN5004 // what this rule warns of is what is tried
        await using var service = await StartAsync(_ => new HttpClient(), Trusting);
#pragma warning restore CMN5004

        Assert.Equal(
            "200 Authorization traceparent",
            await AskAsync(service, "host=localhost&path=/names")
        );
    }

    [Fact]
    public async Task Nothing_goes_to_others_where_the_options_say_so()
    {
        await using var service = await StartAsync(
            s => Client(s, "sockets"),
            [.. Trusting, "--Common:Context:Egress:TraceToOthers=false"]
        );

        Assert.Equal("200 Authorization", await AskAsync(service, "host=localhost&path=/names"));
    }

    [Theory]
    [InlineData("sockets")]
    [InlineData("old")]
    public async Task A_redirect_takes_nothing_along_that_its_host_may_not_have(string name)
    {
        await using var service = await StartAsync(s => Client(s, name), Trusting);

        Assert.Equal("200 traceparent", await AskAsync(service, "host=127.0.0.1&path=/away"));
        Assert.Equal(
            "200 " + All.Replace("Authorization ", "", StringComparison.Ordinal),
            await AskAsync(service, "host=127.0.0.1&path=/here")
        );
        Assert.Equal(
            "200 traceparent",
            await AskAsync(service, "host=127.0.0.1&path=/seen&method=POST")
        );
        Assert.Equal(
            "200 POST traceparent",
            await AskAsync(service, "host=127.0.0.1&path=/moved&method=POST")
        );
        Assert.Equal("302 ", await AskAsync(service, "host=127.0.0.1&path=/round"));
    }

    private static HttpClient Client(IServiceProvider services, string name) =>
        services.GetRequiredService<IHttpClientFactory>().CreateClient(name);
}
