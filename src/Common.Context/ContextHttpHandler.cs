using Common.Context.Internal;

namespace Common.Context;

/// <summary>Sends the current context on with each request of an <see cref="HttpClient"/>, as much of it as the egress policy gives to the host.</summary>
/// <remarks>
/// It follows redirects itself, hop by hop, since the platform would take the headers of the first host along to the next one.
/// Make it the innermost of the additional handlers, so that each attempt of a retry carries the time that is left then.
/// A client of the factory has it already in a service that calls <c>AddCommon</c>. Thread-safe.
/// </remarks>
public sealed class ContextHttpHandler : DelegatingHandler
{
    private readonly ContextCarrier _carrier;
    private readonly int _maxRedirects;

    /// <summary>Makes a handler for one that sends, and takes its redirects over.</summary>
    /// <param name="carrier">Writes the headers.</param>
    /// <param name="primary">
    /// The handler that will send, at the end of the chain. A <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/>
    /// that follows redirects does not any more; this one does, as many as it would have. It must not have sent yet.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ContextHttpHandler(ContextCarrier carrier, HttpMessageHandler primary)
    {
        ArgumentNullException.ThrowIfNull(carrier);
        ArgumentNullException.ThrowIfNull(primary);
        _carrier = carrier;
        _maxRedirects = PrimaryHandler.TakeOver(primary, carrier.ClientPropagator);
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        Write(request);
        var response = base.Send(request, cancellationToken);
        for (var hops = 0; hops < _maxRedirects && Redirect.TryFollow(request, response); hops++)
        {
            response.Dispose();
            Write(request);
            response = base.Send(request, cancellationToken);
        }

        return response;
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        Write(request);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        for (var hops = 0; hops < _maxRedirects && Redirect.TryFollow(request, response); hops++)
        {
            response.Dispose();
            Write(request);
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private void Write(HttpRequestMessage request)
    {
        if (
            RequestContext.Current is { } context
            && request.RequestUri is { IsAbsoluteUri: true } address
        )
        {
            _carrier.Send(context, new HttpRequestHeaderWriter(request), address.Host);
        }
    }
}
