using System.Net;
using Common.Context.Internal;

namespace Common.Context.Tests;

public sealed class RedirectTests
{
    private static readonly Uri From = new("https://one.example/a/b?c#d");

    private static (HttpRequestMessage Request, bool IsFollowed) Follow(
        HttpMethod method,
        HttpStatusCode status,
        string? location
    )
    {
        var request = new HttpRequestMessage(method, From) { Content = new StringContent("x") };
        request.Headers.Add("Authorization", "Bearer secret");
        request.Headers.Add("x-user", "alice");
        request.Headers.Add("traceparent", "00-1-2-3");
        request.Headers.Add("Accept", "text/plain");
        using var response = new HttpResponseMessage(status);
        if (location is not null)
        {
            response.Headers.TryAddWithoutValidation("Location", location);
        }

        return (request, Redirect.TryFollow(request, response));
    }

    [Theory]
    [InlineData("POST", 300, "GET")]
    [InlineData("POST", 301, "GET")]
    [InlineData("POST", 302, "GET")]
    [InlineData("PUT", 302, "PUT")]
    [InlineData("POST", 303, "GET")]
    [InlineData("PUT", 303, "GET")]
    [InlineData("HEAD", 303, "HEAD")]
    [InlineData("POST", 307, "POST")]
    [InlineData("POST", 308, "POST")]
    public void TryFollow_chooses_the_method(string method, int status, string expected)
    {
        var (request, isFollowed) = Follow(
            new HttpMethod(method),
            (HttpStatusCode)status,
            "https://two.example/e"
        );
        Assert.True(isFollowed);
        Assert.Equal(expected, request.Method.Method);
        Assert.Equal(expected == "GET", request.Content is null);
        Assert.Equal(["Accept"], request.Headers.Select(h => h.Key));
    }

    [Theory]
    [InlineData("https://two.example/e", "https://two.example/e#d")]
    [InlineData("https://two.example/e#f", "https://two.example/e#f")]
    [InlineData("/e", "https://one.example/e#d")]
    [InlineData("e", "https://one.example/a/e#d")]
    public void TryFollow_finds_the_address(string location, string expected)
    {
        var (request, isFollowed) = Follow(HttpMethod.Get, HttpStatusCode.Found, location);
        Assert.True(isFollowed);
        Assert.Equal(expected, request.RequestUri!.AbsoluteUri);
    }

    [Theory]
    [InlineData(200, "https://two.example/")]
    [InlineData(304, "https://two.example/")]
    [InlineData(404, "https://two.example/")]
    [InlineData(302, null)]
    [InlineData(302, "http://one.example/")] // not secure any more
    [InlineData(302, "ftp://one.example/")]
    [InlineData(302, "file:///etc/passwd")]
    public void TryFollow_leaves_the_request_alone(int status, string? location)
    {
        var (request, isFollowed) = Follow(HttpMethod.Post, (HttpStatusCode)status, location);
        Assert.False(isFollowed);
        Assert.Equal(From, request.RequestUri);
        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.NotNull(request.Headers.Authorization);
    }
}
