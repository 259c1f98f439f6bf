using System.Net.Http.Json;

namespace Common.Exceptions.Internal.Resilience;

/// <summary>Sends the requests of one HTTP client through its pipeline.</summary>
internal sealed class ResilienceHandler(CallPipeline pipeline) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => SendAsync(request, isBlocking: false, cancellationToken);

    // The client's own time limit is off, so that a call that blocks has no other limit than these.
#pragma warning disable VSTHRD002 // who calls this blocks its thread until the answer is there; nothing here needs that thread
    protected override HttpResponseMessage Send(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => SendAsync(request, isBlocking: true, cancellationToken).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002

    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        bool isBlocking,
        CancellationToken cancellationToken
    )
    {
        var repetition =
            Idempotency.IsSafeToRepeat(request) && CanSendAgain(request.Content)
                ? Repetition.Call
                : Repetition.Never;
        return await pipeline
            .ExecuteAsync(
                static (call, token) =>
                    call.Handler.AttemptAsync(call.Request, call.IsBlocking, token),
                (Handler: this, Request: request, IsBlocking: isBlocking),
                repetition,
                request,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(
        HttpRequestMessage request,
        bool isBlocking,
        CancellationToken cancellationToken
    )
    {
        var response = isBlocking
            ? base.Send(request, cancellationToken)
            : await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if ((int)response.StatusCode >= 300) // a 101 has no body but what follows in another protocol
        {
            await BoundedBody.BufferAsync(response, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    // A stream has been read once it was sent.
    private static bool CanSendAgain(HttpContent? content) =>
        content is null or ByteArrayContent or ReadOnlyMemoryContent or JsonContent;
}
