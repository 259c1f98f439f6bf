using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Common.Context;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Xunit;

namespace Common.Incubator.Web.Tests;

/// <summary>Whose trace the platform's activity of a request belongs to.</summary>
public sealed class TraceTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Trusting = "--Common:Context:Trust:Networks:0=127.0.0.1";
    private const string Offer =
        $"traceparent: 00-{Trace}-b7ad6b7169203331-01\r\ntracestate: foo=1\r\nbaggage: plan=gold";

    private static Task<TestService> StartAsync(
        Action<WebApplicationBuilder>? configure = null,
        params string[] arguments
    ) =>
        TestService.StartAsync(
            app => app.MapGet("/trace", () => Tell(Activity.Current!, RequestContext.Current!)),
            configure,
            arguments: arguments
        );

    private static string Tell(Activity activity, RequestContext context) =>
        string.Join(
            '\n',
            activity.TraceId,
            activity.ParentSpanId,
            activity.TraceStateString ?? "-",
            activity.Baggage.Count(),
            activity.GetTagItem("offered_trace_id") ?? "-",
            context.TraceId,
            context.SpanId == activity.SpanId,
            context.OfferedTraceId == default ? "-" : context.OfferedTraceId
        );

    private static async Task<string[]> AskAsync(TestService service, string headers) =>
        (await service.SendAsync($"GET /trace HTTP/1.0\r\n{headers}")).Body.Split('\n');

    [Fact]
    public async Task A_strangers_trace_is_kept_as_an_attribute_and_not_gone_on_with()
    {
        await using var service = await StartAsync();

        var told = await AskAsync(service, Offer);

        Assert.NotEqual(Trace, told[0]);
        Assert.Equal([told[0], "0000000000000000", "-", "0", Trace, told[0], "True", Trace], told);
    }

    [Fact]
    public async Task A_trusted_peers_trace_goes_on()
    {
        await using var service = await StartAsync(null, Trusting);

        var told = await AskAsync(service, Offer);

        Assert.Equal([Trace, "b7ad6b7169203331", "foo=1", "1", "-", Trace, "True", "-"], told);
    }

    [Fact]
    public async Task A_forwarded_request_of_a_trusted_peer_brings_its_trace()
    {
        await using var service = await StartAsync(null, Trusting);

        var told = await AskAsync(service, $"{Offer}\r\nX-Forwarded-For: 203.0.113.9");

        Assert.Equal(Trace, told[0]);
    }

    [Fact]
    public async Task Two_hosts_of_one_process_each_decide_for_themselves()
    {
        await using var trusting = await StartAsync(null, Trusting);
        await using var doubting = await StartAsync();

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Trace, (await AskAsync(trusting, Offer))[0]);
            Assert.NotEqual(Trace, (await AskAsync(doubting, Offer))[0]);
        }
    }

    [Fact]
    public async Task The_policy_of_the_service_is_asked_once_and_knows_the_request()
    {
        var asked = new List<string>();
        await using var service = await StartAsync(builder =>
            builder.Services.AddCommonContext(policy =>
                policy.TrustPeer = peer =>
                {
                    var http = (Microsoft.AspNetCore.Http.HttpContext)peer.Source!;
                    lock (asked)
                    {
                        asked.Add(http.Request.Path);
                    }

                    return http.Request.Headers["X-Key"] == "open" ? PeerTrust.Ids : null;
                }
            )
        );

        Assert.Equal(Trace, (await AskAsync(service, $"{Offer}\r\nX-Key: open"))[0]);
        Assert.NotEqual(Trace, (await AskAsync(service, Offer))[0]);
        Assert.Equal(["/trace", "/trace"], asked);
    }

    [Fact]
    public async Task A_restarted_trace_is_the_one_of_the_records()
    {
        await using var service = await StartAsync();

        var told = await AskAsync(service, Offer);
        var end = await service.Log.NextEndAsync();

        Assert.Equal(told[0], end.Context!.TraceId.ToHexString());
        Assert.Equal(Trace, end.Context.OfferedTraceId.ToHexString());
        Assert.True(end.Context.Deadline.Remaining > Duration.Zero);
    }
}
