using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Common.Context;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace Common.Incubator.Auth;

/// <summary>Verifies signed tokens (RFC 7519, with the advice of RFC 8725) and says who they name.</summary>
/// <remarks>Thread-safe. Algorithm, issuer, audience, issue and expiry are always checked; there is no way to switch a check off.</remarks>
public sealed class TokenVerifier
{
    /// <summary>How many characters a token may have.</summary>
    public const int MaxLength = 8192;

    private readonly TokenOptions _options;
    private readonly KeyRing _keys;
    private readonly IClock _clock;
    private readonly JsonWebTokenHandler _handler = new()
    {
        MaximumTokenSizeInBytes = MaxLength,
        MapInboundClaims = false,
    };

    /// <summary>Makes a verifier.</summary>
    /// <param name="options">Which tokens are believed.</param>
    /// <param name="keys">The issuer's keys.</param>
    /// <param name="clock">Says what time it is.</param>
    /// <exception cref="ArgumentException">The options name no algorithm, or one that is symmetric or not known.</exception>
    public TokenVerifier(TokenOptions options, KeyRing keys, IClock clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(clock);
        if (TokenAlgorithms.FaultOf(options.Algorithms) is { } fault)
        {
            throw new ArgumentException($"Common:Auth:Tokens:{fault}.", nameof(options));
        }

        _options = options;
        _keys = keys;
        _clock = clock;
    }

    /// <summary>Verifies a token. Throws only if it is cancelled.</summary>
    /// <param name="token">The token, without the word <c>Bearer</c>.</param>
    /// <param name="cancellationToken">Ends the fetching of keys.</param>
    public async ValueTask<TokenResult> VerifyAsync(
        string? token,
        CancellationToken cancellationToken
    )
    {
        if (token is not { Length: > 0 and <= MaxLength })
        {
            return Refuse(TokenFault.Length);
        }

        // RFC 7515, section 4.1.11: what the header calls critical must be understood, and nothing of that is here.
        if (
            Read(token) is not { } read
            || string.IsNullOrEmpty(read.Kid)
            || read.TryGetHeaderValue<object>("crit", out _)
        )
        {
            return Refuse(TokenFault.Form);
        }

        if (!_options.Algorithms.Contains(read.Alg, StringComparer.Ordinal))
        {
            return Refuse(TokenFault.Algorithm);
        }

        var parameters = new TokenValidationParameters
        {
            ValidAlgorithms = _options.Algorithms,
            ValidIssuer = _options.Issuer,
            ValidAudience = _options.Audience,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            RequireAudience = true,
            LifetimeValidator = (_, _, security, _) => IsTimely(security as JsonWebToken),
        };
        try
        {
            var keys = await _keys.FindAsync(read.Kid, cancellationToken).ConfigureAwait(false);
            // RFC 7517, section 4.5: keys of different types may have one ID, so each of them is tried, and no other.
            parameters.IssuerSigningKeyResolver = (_, _, _, _) => keys;
        }
        catch (KeysUnavailableException)
        {
            return Refuse(TokenFault.Keys);
        }

        var result = await _handler.ValidateTokenAsync(token, parameters).ConfigureAwait(false);
        return result.IsValid && result.SecurityToken is JsonWebToken valid
            ? Accept(valid)
            : Refuse(FaultOf(result.Exception));
    }

    private static TokenResult Refuse(TokenFault fault) => new(null, fault);

    private static JsonWebToken? Read(string token)
    {
        try
        {
            return new JsonWebToken(token);
        }
        catch (Exception exception)
            when (exception is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    private static TokenFault FaultOf(Exception? exception) =>
        exception switch
        {
            SecurityTokenInvalidAlgorithmException => TokenFault.Algorithm,
            SecurityTokenInvalidSignatureException => TokenFault.Signature,
            SecurityTokenInvalidSigningKeyException => TokenFault.Signature,
            SecurityTokenInvalidIssuerException => TokenFault.Issuer,
            SecurityTokenInvalidAudienceException => TokenFault.Audience,
            SecurityTokenInvalidLifetimeException
            or SecurityTokenExpiredException
            or SecurityTokenNotYetValidException
            or SecurityTokenNoExpirationException => TokenFault.Lifetime,
            _ => TokenFault.Form,
        };

    private bool IsTimely(JsonWebToken? token)
    {
        if (
            token is null
            || !token.TryGetPayloadValue<long>("exp", out var expires)
            || !token.TryGetPayloadValue<long>("iat", out var issued)
        )
        {
            return false;
        }

        var notBefore = token.TryGetPayloadValue<long>("nbf", out var start) ? start : issued;
        var now = _clock.GetCurrentInstant().ToUnixTimeSeconds();
        var skew = (long)_options.ClockSkew.TotalSeconds;
        return now - skew < expires
            && Math.Max(issued, notBefore) <= now + skew
            && issued < expires
            && expires <= issued + (long)_options.MaxLifetime.TotalSeconds;
    }

    private TokenResult Accept(JsonWebToken token)
    {
        var tenant = TenantPath.None;
        if (
            string.IsNullOrEmpty(token.Subject)
            || (
                token.TryGetPayloadValue<string>(_options.TenantClaim, out var path)
                && !TenantPath.TryParse(path, out tenant)
            )
        )
        {
            return Refuse(TokenFault.Claims);
        }

        var roles = token
            .Claims.Where(claim => claim.Type == _options.RolesClaim)
            .Where(claim => claim.ValueType != JsonClaimValueTypes.JsonNull)
            .Select(claim => claim.Value)
            .ToImmutableArray();
        var principal = new Principal
        {
            Subject = token.Subject,
            Tenant = tenant,
            Roles = roles,
        };
        return FitsContext(principal)
            ? new TokenResult(principal, TokenFault.None)
            : Refuse(TokenFault.Claims);
    }

    // More or longer roles than a context holds would fail each request as a defect of the service.
    private static bool FitsContext(Principal principal)
    {
        try
        {
            _ = principal.In(new RequestContext());
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
