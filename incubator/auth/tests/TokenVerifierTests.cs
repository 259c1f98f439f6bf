using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Common.Context;
using Common.Testing;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using Xunit;

namespace Common.Incubator.Auth.Tests;

public sealed class TokenVerifierTests
{
    public static TheoryData<string, object?, TokenFault> Changed =>
        new()
        {
            { "iss", "https://other.example", TokenFault.Issuer },
            { "iss", "https://issuer.example/", TokenFault.Issuer },
            { "iss", null, TokenFault.Issuer },
            { "aud", "inventory", TokenFault.Audience },
            { "aud", null, TokenFault.Audience },
            { "exp", null, TokenFault.Lifetime },
            { "iat", null, TokenFault.Lifetime },
            { "exp", Issuer.Now.ToUnixTimeSeconds() - 30, TokenFault.Lifetime },
            { "iat", Issuer.Now.ToUnixTimeSeconds() + 31, TokenFault.Lifetime },
            { "nbf", Issuer.Now.ToUnixTimeSeconds() + 31, TokenFault.Lifetime },
            { "exp", Issuer.Now.ToUnixTimeSeconds() + 3541, TokenFault.Lifetime },
            { "sub", null, TokenFault.Claims },
            { "sub", "", TokenFault.Claims },
            { "tenant", "acme", TokenFault.Claims },
        };

    public static TheoryData<string, object?> Edges =>
        new()
        {
            { "exp", Issuer.Now.ToUnixTimeSeconds() - 29 },
            { "iat", Issuer.Now.ToUnixTimeSeconds() + 30 },
            { "nbf", Issuer.Now.ToUnixTimeSeconds() + 30 },
            { "exp", Issuer.Now.ToUnixTimeSeconds() + 3540 },
            { "aud", new[] { "inventory", "orders" } },
            { "tenant", null },
            { "roles", null },
        };

    [Fact]
    public async Task VerifyAsync_says_who_a_token_names()
    {
        using var issuer = new Issuer("k1");
        using var keys = Ring(() => Issuer.KeySet(issuer));

        var result = await VerifyAsync(keys, issuer.Sign(Issuer.Claims()));

        Assert.Equal(TokenFault.None, result.Fault);
        Assert.Equal("alice", result.Principal!.Subject);
        Assert.Equal(TenantPath.Parse("/acme/eu"), result.Principal.Tenant);
        Assert.Equal(["reader", "clerk"], result.Principal.Roles);
        var context = result.Principal.In(TestRequest.Numbered(1, user: "mallory"));
        Assert.Equal(("alice", "/acme/eu"), (context.User, context.Tenant.ToString()));
        Assert.Equal(TestRequest.Numbered(1).RequestId, context.RequestId);
    }

    [Theory]
    [MemberData(nameof(Changed))]
    public async Task VerifyAsync_refuses_claims(string claim, object? value, TokenFault fault)
    {
        using var issuer = new Issuer("k1");
        using var keys = Ring(() => Issuer.KeySet(issuer));

        var result = await VerifyAsync(keys, issuer.Sign(With(claim, value)));

        Assert.Equal(new TokenResult(null, fault), result);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public async Task VerifyAsync_believes_claims_at_the_edge(string claim, object? value)
    {
        using var issuer = new Issuer("k1");
        using var keys = Ring(() => Issuer.KeySet(issuer));

        var result = await VerifyAsync(keys, issuer.Sign(With(claim, value)));

        Assert.Equal(TokenFault.None, result.Fault);
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"k1"}""", TokenFault.Algorithm)]
    [InlineData("""{"alg":"HS256","kid":"k1"}""", TokenFault.Algorithm)]
    [InlineData("""{"alg":"es256","kid":"k1"}""", TokenFault.Algorithm)]
    [InlineData("""{"alg":"ES384","kid":"k1"}""", TokenFault.Algorithm)]
    [InlineData("""{"kid":"k1"}""", TokenFault.Algorithm)]
    [InlineData("""{"alg":"ES256"}""", TokenFault.Form)]
    [InlineData("""{"alg":"ES256","kid":"k9"}""", TokenFault.Signature)]
    [InlineData("not json", TokenFault.Form)]
    public async Task VerifyAsync_refuses_headers(string header, TokenFault fault)
    {
        using var issuer = new Issuer("k1");
        using var keys = Ring(() => Issuer.KeySet(issuer));
        var token = issuer.SignRaw(header, JsonSerializer.Serialize(Issuer.Claims()));

        Assert.Equal(fault, (await VerifyAsync(keys, token)).Fault);
    }

    [Fact]
    public async Task VerifyAsync_refuses_a_key_of_the_token_itself()
    {
        using var issuer = new Issuer("k1");
        using var thief = new Issuer("k1");
        using var keys = Ring(() => Issuer.KeySet(issuer));
        var own = JsonDocument.Parse(Issuer.KeySet(thief)).RootElement.GetProperty("keys")[0];
        var header = $$"""{"alg":"ES256","kid":"k1","jwk":{{own.GetRawText()}}}""";

        var token = thief.SignRaw(header, JsonSerializer.Serialize(Issuer.Claims()));

        Assert.Equal(TokenFault.Signature, (await VerifyAsync(keys, token)).Fault);
    }

    [Fact]
    public async Task VerifyAsync_refuses_what_was_changed_after_signing()
    {
        using var issuer = new Issuer("k1");
        using var keys = Ring(() => Issuer.KeySet(issuer));
        var parts = issuer.Sign(Issuer.Claims()).Split('.');
        var payload = JsonSerializer.Serialize(With("sub", "root"));

        var token = $"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}";

        Assert.Equal(TokenFault.Signature, (await VerifyAsync(keys, token)).Fault);
        Assert.Equal(
            TokenFault.Signature,
            (await VerifyAsync(keys, $"{parts[0]}.{parts[1]}.")).Fault
        );
    }

    [Theory]
    [InlineData(null, TokenFault.Length)]
    [InlineData("", TokenFault.Length)]
    [InlineData("a", TokenFault.Form)]
    [InlineData("a.b.c", TokenFault.Form)]
    [InlineData("....", TokenFault.Form)]
    public async Task VerifyAsync_refuses_what_is_no_token(string? token, TokenFault fault)
    {
        using var issuer = new Issuer("k1");
        using var keys = Ring(() => Issuer.KeySet(issuer));

        Assert.Equal(fault, (await VerifyAsync(keys, token)).Fault);
    }

    [Fact]
    public async Task VerifyAsync_refuses_a_token_of_more_than_8_KiB()
    {
        using var issuer = new Issuer("k1");
        using var keys = Ring(() => Issuer.KeySet(issuer));

        Assert.Equal(TokenFault.Length, (await VerifyAsync(keys, new string('a', 8193))).Fault);
        Assert.Equal(TokenFault.Form, (await VerifyAsync(keys, new string('a', 8192))).Fault);
        var big = issuer.Sign(With("padding", new string('x', 7000)));
        Assert.True(big.Length > TokenVerifier.MaxLength);
        Assert.Equal(TokenFault.Length, (await VerifyAsync(keys, big)).Fault);
    }

    [Fact]
    public async Task VerifyAsync_fetches_new_keys_once_in_a_period()
    {
        using var old = new Issuer("k1");
        using var fresh = new Issuer("k2");
        var fetches = 0;
        var set = Issuer.KeySet(old);
        var clock = new FakeClock(Issuer.Now);
        using var keys = new KeyRing(
            _ =>
            {
                fetches++;
                return Task.FromResult(set);
            },
            Duration.FromMinutes(1),
            clock
        );
        Assert.True((await VerifyAsync(keys, old.Sign(Issuer.Claims()), clock)).IsValid);
        set = Issuer.KeySet(old, fresh);

        var early = await VerifyAsync(keys, fresh.Sign(Issuer.Claims()), clock);
        clock.Advance(Duration.FromMinutes(1));
        var later = await VerifyAsync(keys, fresh.Sign(Issuer.Claims()), clock);
        var still = await VerifyAsync(keys, old.Sign(Issuer.Claims()), clock);

        Assert.Equal(TokenFault.Signature, early.Fault);
        Assert.True(later.IsValid);
        Assert.True(still.IsValid);
        Assert.Equal(2, fetches);
    }

    [Fact]
    public async Task VerifyAsync_keeps_the_keys_when_fetching_fails_and_says_when_there_are_none()
    {
        using var issuer = new Issuer("k1");
        using var other = new Issuer("k2");
        var clock = new FakeClock(Issuer.Now);
        var works = false;
        using var keys = new KeyRing(
            _ => works ? Task.FromResult(Issuer.KeySet(issuer)) : throw new TimeoutException(),
            Duration.FromMinutes(1),
            clock
        );

        Assert.Equal(
            TokenFault.Keys,
            (await VerifyAsync(keys, issuer.Sign(Issuer.Claims()), clock)).Fault
        );
        works = true;
        clock.Advance(Duration.FromMinutes(1));
        Assert.True((await VerifyAsync(keys, issuer.Sign(Issuer.Claims()), clock)).IsValid);
        works = false;
        clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(
            TokenFault.Signature,
            (await VerifyAsync(keys, other.Sign(Issuer.Claims()), clock)).Fault
        );
        Assert.True((await VerifyAsync(keys, issuer.Sign(Issuer.Claims()), clock)).IsValid);
    }

    [Fact]
    public async Task VerifyAsync_takes_no_shared_secret_for_a_key()
    {
        using var issuer = new Issuer("k1");
        using var keys = Ring(() => """{ "keys": [{ "kty": "oct", "kid": "k1", "k": "AAAA" }] }""");

        Assert.Equal(
            TokenFault.Keys,
            (await VerifyAsync(keys, issuer.Sign(Issuer.Claims()))).Fault
        );
    }

    [Theory]
    [InlineData]
    [InlineData("HS256")]
    [InlineData("none")]
    [InlineData("ES256", "HS512")]
    public void TokenVerifier_refuses_algorithms(params string[] algorithms)
    {
        using var keys = Ring(() => "");

        var exception = Assert.Throws<ArgumentException>(() =>
            new TokenVerifier(Options(algorithms), keys, new FakeClock(Issuer.Now))
        );

        Assert.StartsWith(
            "Common:Auth:Tokens:Algorithms must name at least one of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, and no other.",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("secret", "secret", true)]
    [InlineData("secret", "Secret", false)]
    [InlineData("secret", "secre", false)]
    [InlineData("\u00e9", "e\u0301", false)]
    public void SecretText_compares(string left, string right, bool same) =>
        Assert.Equal(same, SecretText.Equals(left, right));

    private static Dictionary<string, object> With(string claim, object? value)
    {
        var claims = Issuer.Claims();
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value;
        }

        return claims;
    }

    private static KeyRing Ring(Func<string> set) =>
        new(_ => Task.FromResult(set()), Duration.FromMinutes(1), new FakeClock(Issuer.Now));

    private static TokenOptions Options(params string[] algorithms) =>
        new()
        {
            Issuer = "https://issuer.example",
            Audience = "orders",
            Algorithms = algorithms,
        };

    private static ValueTask<TokenResult> VerifyAsync(
        KeyRing keys,
        string? token,
        FakeClock? clock = null
    ) =>
        new TokenVerifier(
            Options("ES256"),
            keys,
            new FakeClock(clock?.GetCurrentInstant() ?? Issuer.Now)
        ).VerifyAsync(token, CancellationToken.None);
}
