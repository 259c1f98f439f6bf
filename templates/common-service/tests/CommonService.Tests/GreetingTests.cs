using System.Net;
using Common.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace CommonService.Tests;

public sealed class GreetingTests : IDisposable
{
    private readonly LogCapture _capture = new();
    private readonly WebApplicationFactory<Program> _service;
    private readonly HttpClient _client;

    public GreetingTests()
    {
        _service = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.ConfigureLogging(logging => logging.AddProvider(_capture))
        );
        _client = _service.CreateClient();
    }

    [Fact]
    public async Task A_name_is_greeted()
    {
        var answer = await _client.GetStringAsync(
            new Uri("/greetings/Ada", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.Equal("Hello, Ada!", answer);
        Assert.Single(_capture.Of("http.completed"));
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused_with_the_declared_error()
    {
        using var answer = await _client.GetAsync(
            new Uri("/greetings/" + new string('a', 51), UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("greeting.name_too_long", _capture.Single("http.rejected").Fields["code"]);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
        _capture.Dispose();
    }
}
