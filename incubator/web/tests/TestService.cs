using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Common.Incubator.Web.Tests;

/// <summary>A service on a real socket, with the module in it.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestService(WebApplication app, RecordedLog log, Uri address)
    {
        _app = app;
        Log = log;
        Address = address;
#pragma warning disable CA2000 // the client owns its handler
        Client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null })
        {
            BaseAddress = address,
        };
#pragma warning restore CA2000
    }

    public RecordedLog Log { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<TestService> StartAsync(
        Action<WebApplication> map,
        Action<WebApplicationBuilder>? configure = null,
        string environment = "Production",
        params string[] arguments
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(TestService).Assembly.GetName().Name,
                Args = arguments,
                EnvironmentName = environment,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        var log = new RecordedLog();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddCommon("test");
        builder.AddCommonWeb();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        configure?.Invoke(builder);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        var address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        return new TestService(app, log, new Uri(address));
    }

    /// <summary>A request as text, with what every request needs.</summary>
    public Task<RawAnswer> SendAsync(string requestLineAndHeaders, string body = "") =>
        RawExchange.SendAsync(
            Address,
            $"{requestLineAndHeaders}\r\nHost: localhost\r\nConnection: close\r\n\r\n{body}"
        );

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
