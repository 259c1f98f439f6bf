using System.Net.Http.Json;

namespace Common.Exceptions.Internal.Resilience;

/// <summary>Sends the requests of one HTTP client through its pipeline.</summary>
internal sealed class ResilienceHandler(CallPipeline pipeline) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var repetition =
            Idempotency.IsSafeToRepeat(request) && CanSendAgain(request.Content)
                ? Repetition.Call
                : Repetition.Never;
        return await pipeline
            .ExecuteAsync(
                static (call, token) => call.Handler.AttemptAsync(call.Request, token),
                (Handler: this, Request: request),
                repetition,
                request,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            await BoundedBody.BufferAsync(response, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    // A stream has been read once it was sent.
    private static bool CanSendAgain(HttpContent? content) =>
        content is null or ByteArrayContent or ReadOnlyMemoryContent or JsonContent;
}
