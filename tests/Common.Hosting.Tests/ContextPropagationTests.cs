using System.Net;
using Common.Context;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Common.Hosting.Tests;

/// <summary>A worker has no web module, and sends its context all the same.</summary>
public sealed class ContextPropagationTests
{
    [Fact]
    public async Task A_client_of_the_factory_sends_the_context_of_a_job()
    {
        var answerer = new Answerer();
        var builder = TestHost.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([
            new("Common:Context:Egress:Hosts:0", "inventory.example"),
        ]);
        builder.AddCommon("orders");
        builder
            .Services.AddHttpClient("inventory")
            .ConfigurePrimaryHttpMessageHandler(() => answerer);
        using var host = builder.Build();
        Assert.Equal(
            Egress.Whole,
            host.Services.GetRequiredService<ContextCarrier>().EgressTo("inventory.example")
        );
        using var client = host
            .Services.GetRequiredService<IHttpClientFactory>()
            .CreateClient("inventory");

        var job = RequestContext.StartNew() with { User = "clerk" };
        using (job.Enter())
        {
            await client.GetAsync(
                new Uri("https://inventory.example/"),
                TestContext.Current.CancellationToken
            );
            await client.GetAsync(
                new Uri("https://elsewhere.example/"),
                TestContext.Current.CancellationToken
            );
        }

        Assert.Equal(job.GlobalRequestId.ToString(), answerer.Ids[0]);
        Assert.Equal("-", answerer.Ids[1]);
    }

    private sealed class Answerer : HttpMessageHandler
    {
        public List<string> Ids { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Ids.Add(
                request.Headers.TryGetValues(ContextHeaders.GlobalRequestId, out var ids)
                    ? ids.Single()
                    : "-"
            );
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
