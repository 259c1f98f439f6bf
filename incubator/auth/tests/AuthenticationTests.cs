using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Common.Config;
using Common.Context;
using Common.Exceptions;
using Common.Incubator.Web;
using Common.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Xunit;

namespace Common.Incubator.Auth.Tests;

/// <summary>Tests of the module in a service on a real socket.</summary>
public sealed class AuthenticationTests
{
    private static readonly string[] Configuration =
    [
        "--Common:Auth:Tokens:Issuer=https://issuer.example",
        "--Common:Auth:Tokens:Audience=orders",
        "--Common:Auth:Tokens:Algorithms:0=ES256",
    ];

    [Fact]
    public async Task A_token_says_who_asks()
    {
        using var issuer = new Issuer("k1");
        await using var service = await StartAsync(() => Issuer.KeySet(issuer));

        var (status, body, _) = await GetAsync(service, $"Bearer {issuer.Sign(Issuer.Claims())}");
        var lower = await GetAsync(service, $"bearer {issuer.Sign(Issuer.Claims())}");

        Assert.Equal((HttpStatusCode.OK, "alice /acme/eu reader,clerk"), (status, body));
        Assert.Equal(body, lower.Body);
    }

    [Fact]
    public async Task A_request_without_a_token_goes_on_for_policies_to_deny()
    {
        await using var service = await StartAsync(() => "{}");

        var open = await GetAsync(service);
        var denied = await GetAsync(service, "/denied");

        Assert.Equal((HttpStatusCode.OK, " - "), (open.Status, open.Body));
        Assert.Equal((HttpStatusCode.Forbidden, "auth.denied"), (denied.Status, Code(denied.Body)));
    }

    [Theory]
    [InlineData("Bearer x")]
    [InlineData("Bearer ")]
    [InlineData("Bearer")]
    [InlineData("Basic YTpi")]
    [InlineData("")]
    public async Task Who_shows_what_is_no_token_is_refused(string header)
    {
        await using var service = await StartAsync(() => "{}");

        var answer = await GetAsync(service, header);

        Assert.Equal(
            (HttpStatusCode.Unauthorized, "auth.unauthenticated", "Bearer"),
            (answer.Status, Code(answer.Body), answer.Challenge)
        );
    }

    [Fact]
    public async Task A_forged_token_and_one_beside_another_are_refused_alike()
    {
        using var issuer = new Issuer("k1");
        using var forger = new Issuer("k1");
        await using var service = await StartAsync(() => Issuer.KeySet(issuer));
        var good = $"Bearer {issuer.Sign(Issuer.Claims())}";

        var forged = await GetAsync(service, $"Bearer {forger.Sign(Issuer.Claims())}");
        var two = await GetAsync(service, good, "/", good);

        Assert.Equal(HttpStatusCode.Unauthorized, forged.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, two.Status);
    }

    [Fact]
    public async Task Keys_that_cannot_be_had_are_the_services_fault()
    {
        using var issuer = new Issuer("k1");
        await using var service = await StartAsync(() => throw new HttpRequestException());

        var answer = await GetAsync(service, $"Bearer {issuer.Sign(Issuer.Claims())}");

        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "auth.keys_unavailable"),
            (answer.Status, Code(answer.Body))
        );
    }

    [Theory]
    [InlineData(
        "Common:Auth:Tokens:Algorithms:0=HS256",
        "Common:Auth:Tokens is wrong: Algorithms must name at least one of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, and no other."
    )]
    [InlineData(
        "Common:Auth:Policies:Rules:orders.read=role:",
        "Common:Auth:Policies is wrong: The rule 'orders.read' is ill-formed"
    )]
    [InlineData(
        "Common:Web:Pipeline:Stages:0=auth",
        "Common:Web:Pipeline is wrong: 'auth' is named before 'boundary', and must come after it."
    )]
    public async Task A_wrong_configuration_stops_the_start(string argument, string error)
    {
        var exception = await Assert.ThrowsAsync<ConfigException>(() =>
            StartAsync(
                () => "{}",
                $"--{argument}",
                "--Common:Web:Pipeline:Stages:1=boundary",
                "--Common:Web:Pipeline:Stages:2=concurrency"
            )
        );

        Assert.Contains(
            exception.Errors,
            e => e.ToString().StartsWith(error, StringComparison.Ordinal)
        );
    }

    private static async Task<WebApplication> StartAsync(
        Func<string> keys,
        params string[] arguments
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(AuthenticationTests).Assembly.GetName().Name,
                Args = [.. Configuration, .. arguments],
                EnvironmentName = "Production",
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddCommon("test");
        builder.AddCommonWeb();
        builder.Services.AddCommonAuth((_, _) => Task.FromResult(keys()));
        builder.Services.AddCommonPolicies(
            new PolicyRule("orders.read", "role:reader", "Read orders.")
        );
        builder.Services.AddSingleton<IClock>(new FakeClock(Issuer.Now));
        var app = builder.Build();
        app.MapGet(
            "/",
            () =>
                $"{RequestContext.Current!.User} {RequestContext.Current.Tenant} {string.Join(',', RequestContext.Current.Roles)}"
        );
        app.MapGet(
            "/denied",
            (PolicyEnforcer policies) =>
                policies.Demand("orders.read", RequestContext.Current!, PolicyTarget.Nothing)
        );
        await app.StartAsync();
        return app;
    }

    private static async Task<(HttpStatusCode Status, string Body, string? Challenge)> GetAsync(
        WebApplication service,
        params string[] headers
    )
    {
        var path = headers.FirstOrDefault(h => h.StartsWith('/')) ?? "/";
        using var client = new HttpClient { BaseAddress = new Uri(service.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var header in headers.Where(h => h != path))
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (
            answer.StatusCode,
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            answer.Headers.WwwAuthenticate.SingleOrDefault()?.Scheme
        );
    }

    private static string Code(string body)
    {
        Assert.True(
            ProblemDocument.TryRead(System.Text.Encoding.UTF8.GetBytes(body), out var document),
            body
        );
        return document.Code!;
    }
}
