using System.Diagnostics;
using System.Net;

namespace Common.Context.Tests;

public sealed class ContextHttpHandlerTests : IDisposable
{
    private readonly Carriers _carriers = new(hosts: ["one.example", "two.example"]);
    private readonly RequestContext _context = RequestContext.StartNew() with { User = "alice" };

    public void Dispose() => _carriers.Dispose();

    private HttpMessageInvoker Invoker(HttpMessageHandler primary) =>
        new(new ContextHttpHandler(_carriers.Carrier, primary) { InnerHandler = primary });

    private const string Whole = "traceparent X-Global-Request-ID X-Request-ID X-User";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_hop_gets_what_its_host_may_have(bool isAsync)
    {
        using var primary = new FakePrimaryHandler(
            "https://three.example/",
            "https://two.example/"
        );
        using var invoker = Invoker(primary);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://one.example/");
        using (_context.Enter())
        {
            using var answer = isAsync
                ? await invoker.SendAsync(request, TestContext.Current.CancellationToken)
                : invoker.Send(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(
            [$"one.example: {Whole}", "three.example: traceparent", $"two.example: {Whole}"],
            primary.Sent
        );
    }

    [Fact]
    public async Task Outside_of_a_request_nothing_is_written_and_redirects_are_followed()
    {
        using var primary = new FakePrimaryHandler("https://two.example/");
        using var invoker = Invoker(primary);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://one.example/");
        using var answer = await invoker.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(["one.example: ", "two.example: "], primary.Sent);
    }

    [Fact]
    public async Task As_many_redirects_are_followed_as_the_handler_would_have_followed()
    {
        using var primary = new FakePrimaryHandler([
            .. Enumerable.Repeat("https://one.example/", 9),
        ])
        {
            MaxAutomaticRedirections = 2,
        };
        using var invoker = Invoker(primary);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://one.example/");
        using var answer = await invoker.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.StatusCode);
        Assert.Equal(3, primary.Sent.Count);
    }

    [Fact]
    public async Task A_handler_that_follows_no_redirects_goes_on_to_follow_none()
    {
        using var primary = new FakePrimaryHandler("https://two.example/")
        {
            AllowAutoRedirect = false,
        };
        using var invoker = Invoker(primary);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://one.example/");
        using var answer = await invoker.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Single(primary.Sent);
    }

    [Fact]
    public void The_platforms_handler_is_taken_over_however_deep_it_lies()
    {
        using var sockets = new SocketsHttpHandler();
        using var wrapped = new ContextHttpHandler(_carriers.Carrier, sockets)
        {
            InnerHandler = sockets,
        };
        Assert.False(sockets.AllowAutoRedirect);
        Assert.NotSame(DistributedContextPropagator.Current, sockets.ActivityHeadersPropagator);
        var own = sockets.ActivityHeadersPropagator;

        using var outer = new ContextHttpHandler(_carriers.Carrier, wrapped);
        Assert.Same(own, sockets.ActivityHeadersPropagator);

        using var silent = new SocketsHttpHandler { ActivityHeadersPropagator = null };
        using var quiet = new ContextHttpHandler(_carriers.Carrier, silent);
        Assert.Null(silent.ActivityHeadersPropagator);
    }

    [Theory]
    [InlineData("https://one.example/", true, "traceparent")]
    [InlineData("https://three.example/", true, "traceparent")]
    [InlineData("https://three.example/", false, "")]
    public void The_span_of_a_call_goes_to_hosts_that_may_have_it(
        string address,
        bool traceToOthers,
        string expected
    )
    {
        using var carriers = new Carriers(hosts: ["one.example"], traceToOthers: traceToOthers);
        using var activity = new Activity("call").SetIdFormat(ActivityIdFormat.W3C).Start();
        activity.TraceStateString = "a=1";
        activity.AddBaggage("plan", "gold");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        carriers.Carrier.ClientPropagator.Inject(
            activity,
            request,
            static (carrier, name, value) =>
                ((HttpRequestMessage)carrier!).Headers.TryAddWithoutValidation(name, value)
        );
        Assert.Equal(expected, string.Join(' ', request.Headers.Select(h => h.Key)));
    }
}
