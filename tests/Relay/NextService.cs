using Common.Exceptions;
using Microsoft.Extensions.Options;

namespace Relay;

/// <summary>Asks the next service of the row.</summary>
internal sealed class NextService(HttpClient http, IOptions<RelayOptions> options)
{
    private static readonly Boundary Forwarding = new("next", KindErrors.All);
    private static readonly Boundary Keeping = new("next");

    public bool IsThere => options.Value.Next is not null;

    /// <summary>Asks, and gives every declared error of the next service to our own caller.</summary>
    public Task<string> ForwardAsync(string path, CancellationToken cancellationToken) =>
        AskAsync(Forwarding, path, cancellationToken);

    /// <summary>Asks, and keeps to ourselves how the next service failed.</summary>
    public Task<string> KeepAsync(string path, CancellationToken cancellationToken) =>
        AskAsync(Keeping, path, cancellationToken);

    /// <summary>Has it work; that is not safe to repeat.</summary>
    public async Task WorkAsync(CancellationToken cancellationToken)
    {
        using var _ = await Keeping.CallAsync(
            token => http.PostAsync(Address("work"), content: null, token),
            cancellationToken
        );
    }

    private async Task<string> AskAsync(
        Boundary boundary,
        string path,
        CancellationToken cancellationToken
    )
    {
        using var response = await boundary.CallAsync(
            token => http.GetAsync(Address(path), token),
            cancellationToken
        );
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    private Uri Address(string path) => new(options.Value.Next!, path);
}
