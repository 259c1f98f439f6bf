using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace Common.Incubator.Auth.Tests;

/// <summary>Issues tokens with a key of its own.</summary>
internal sealed class Issuer : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Issuer(string keyId) => KeyId = keyId;

    public string KeyId { get; }

    public static Instant Now { get; } = Instant.FromUtc(2026, 11, 22, 10, 0);

    /// <summary>The key set of some issuers, public keys only.</summary>
    public static string KeySet(params Issuer[] issuers)
    {
        var keys = new List<Dictionary<string, string>>();
        foreach (var issuer in issuers)
        {
            var point = issuer._key.ExportParameters(false).Q;
            keys.Add(
                new()
                {
                    ["kty"] = "EC",
                    ["crv"] = "P-256",
                    ["use"] = "sig",
                    ["kid"] = issuer.KeyId,
                    ["x"] = Base64UrlEncoder.Encode(point.X!),
                    ["y"] = Base64UrlEncoder.Encode(point.Y!),
                }
            );
        }

        return JsonSerializer.Serialize(new { keys });
    }

    /// <summary>Claims of a token that is believed.</summary>
    public static Dictionary<string, object> Claims() =>
        new()
        {
            ["iss"] = "https://issuer.example",
            ["aud"] = "orders",
            ["sub"] = "alice",
            ["iat"] = Now.ToUnixTimeSeconds() - 60,
            ["exp"] = Now.ToUnixTimeSeconds() + 600,
            ["tenant"] = "/acme/eu",
            ["roles"] = new[] { "reader", "clerk" },
        };

    public string Sign(Dictionary<string, object> claims) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            JsonSerializer.Serialize(claims),
            new SigningCredentials(new ECDsaSecurityKey(_key) { KeyId = KeyId }, "ES256")
        );

    /// <summary>A token with any header, and a signature of this issuer's key.</summary>
    public string SignRaw(string header, string payload)
    {
        var text = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(payload)}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256);
        return $"{text}.{Base64UrlEncoder.Encode(signature)}";
    }

    public void Dispose() => _key.Dispose();
}
