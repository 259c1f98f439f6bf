using System.Net;

namespace Common.Context.Tests;

/// <summary>A handler of the platform's that sends nothing: it keeps the addresses and the headers, and redirects as it is told.</summary>
internal sealed class FakePrimaryHandler(params string[] redirects) : HttpClientHandler
{
    public List<string> Sent { get; } = [];

    protected override HttpResponseMessage Send(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var names = request.Headers.Select(h => h.Key).Order(StringComparer.OrdinalIgnoreCase);
        Sent.Add($"{request.RequestUri!.Host}: {string.Join(' ', names)}");
        if (Sent.Count > redirects.Length)
        {
            return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request };
        }

        var answer = new HttpResponseMessage(HttpStatusCode.TemporaryRedirect);
        answer.Headers.Location = new Uri(redirects[Sent.Count - 1]);
        return answer;
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => Task.FromResult(Send(request, cancellationToken));
}
