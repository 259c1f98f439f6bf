using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace Common.Incubator.Auth;

/// <summary>The issuer's public keys, fetched anew when a token names one that is not known yet.</summary>
/// <remarks>
/// Thread-safe. A stranger who sends unknown key IDs causes one fetch in each period at most; a failed fetch keeps the keys that are there.
/// A fetch goes on when the request that caused it has ended.
/// </remarks>
public sealed class KeyRing : IDisposable
{
    private readonly Func<CancellationToken, Task<string>> _fetch;
    private readonly IClock _clock;
    private readonly Duration _period;
    private readonly Lock _gate = new();
    private volatile List<SecurityKey> _keys = [];
    private volatile Exception? _failure;
    private CancellationTokenSource _fetching = new();
    private Task _refresh = Task.CompletedTask;
    private Instant? _fetched;

    /// <summary>Makes a ring.</summary>
    /// <param name="fetch">Gets the issuer's key set: the JSON text of RFC 7517.</param>
    /// <param name="period">How often it may be fetched.</param>
    /// <param name="clock">Measures the period.</param>
    public KeyRing(Func<CancellationToken, Task<string>> fetch, Duration period, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(fetch);
        ArgumentNullException.ThrowIfNull(clock);
        _fetch = fetch;
        _period = period;
        _clock = clock;
    }

    /// <summary>Gives the keys that may have made a signature.</summary>
    /// <param name="keyId">The ID that the token names.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The keys of that ID; empty if there is none.</returns>
    /// <exception cref="KeysUnavailableException">There are no keys yet, and fetching them fails.</exception>
    public async ValueTask<IReadOnlyList<SecurityKey>> FindAsync(
        string keyId,
        CancellationToken cancellationToken
    )
    {
        if (Find(keyId) is { Count: > 0 } known)
        {
            return known;
        }

        await RefreshAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        return _keys.Count > 0
            ? Find(keyId)
            : throw new KeysUnavailableException(
                "The issuer's keys could not be fetched.",
                _failure
            );
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _fetching.Cancel();
            _fetching.Dispose();
        }
    }

    private List<SecurityKey> Find(string keyId) =>
        [.. _keys.Where(key => string.Equals(key.KeyId, keyId, StringComparison.Ordinal))];

    private Task RefreshAsync()
    {
        lock (_gate)
        {
            var now = _clock.GetCurrentInstant();
            if (_fetched is not { } last || now - last >= _period)
            {
                _fetched = now;
                BeginFetch();
            }

            return _refresh;
        }
    }

    private void BeginFetch()
    {
        _fetching.Cancel();
        _fetching.Dispose();
        _fetching = new CancellationTokenSource();
        var token = _fetching.Token;
        // All wait for it, so it is nobody's own: who asked first may go away, or have no time left.
        using (ExecutionContext.SuppressFlow())
        {
            _refresh = Task.Run(() => FetchAsync(token), CancellationToken.None);
        }
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var text = await _fetch(cancellationToken).ConfigureAwait(false);
            // Only keys for signatures, and only public ones: a shared secret is no key of an issuer.
            var keys = new JsonWebKeySet(text)
                .Keys.Where(key => key.Kty is "RSA" or "EC")
                .Where(key => string.IsNullOrEmpty(key.Use) || key.Use == "sig")
                .Where(key => !string.IsNullOrEmpty(key.KeyId))
                .ToList<SecurityKey>();
            // A fetch that took longer than the period has been followed by another.
            if (keys.Count > 0 && !cancellationToken.IsCancellationRequested)
            {
                _keys = keys;
            }
        }
#pragma warning disable CA1031 // whatever a fetch throws, the keys that are there stay
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failure = exception;
        }
    }
}
