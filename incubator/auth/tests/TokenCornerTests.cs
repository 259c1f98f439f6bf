using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Common.Testing;
using NodaTime;
using Xunit;

namespace Common.Incubator.Auth.Tests;

/// <summary>Tokens of an issuer that is odd but honest, and key sets that come late or never.</summary>
public sealed class TokenCornerTests
{
    public static TheoryData<string, object, TokenFault> Claims =>
        new()
        {
            { "roles", Enumerable.Repeat("r", 64), TokenFault.None },
            { "roles", Enumerable.Repeat("r", 65), TokenFault.Claims }, // more than a context holds
            { "roles", new[] { "" }, TokenFault.Claims },
            { "roles", new[] { new string('r', 513) }, TokenFault.Claims },
            { "roles", JsonSerializer.SerializeToElement<string?>(null), TokenFault.None },
            { "sub", new string('s', 513), TokenFault.Claims },
            { "iat", long.MinValue + 1000, TokenFault.Lifetime }, // valid for longer than there is a number for
        };

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task VerifyAsync_takes_only_what_a_context_can_hold(
        string claim,
        object value,
        TokenFault fault
    )
    {
        using var issuer = new Issuer("k1");
        using var keys = Ring(_ => Task.FromResult(Issuer.KeySet(issuer)));
        var claims = Issuer.Claims();
        claims[claim] = value;

        var result = await VerifyAsync(keys, issuer.Sign(claims));

        Assert.Equal(fault, result.Fault);
        Assert.DoesNotContain("", result.Principal?.Roles ?? []);
    }

    [Theory]
    [InlineData("""{"alg":"ES256","kid":"k1","crit":["b64"],"b64":true}""")]
    [InlineData("""{"alg":"ES256","kid":"k1","crit":["house-rule"],"house-rule":1}""")]
    [InlineData("""{"alg":"ES256","kid":"k1","crit":[]}""")]
    public async Task VerifyAsync_refuses_what_it_must_understand_and_does_not(string header)
    {
        using var issuer = new Issuer("k1");
        using var keys = Ring(_ => Task.FromResult(Issuer.KeySet(issuer)));
        var token = issuer.SignRaw(header, JsonSerializer.Serialize(Issuer.Claims()));

        Assert.Equal(TokenFault.Form, (await VerifyAsync(keys, token)).Fault);
    }

    [Fact]
    public async Task VerifyAsync_tries_each_key_of_an_ID()
    {
        using var one = new Issuer("k1");
        using var other = new Issuer("k1");
        using var thief = new Issuer("k1");
        using var keys = Ring(_ => Task.FromResult(Issuer.KeySet(one, other)));

        Assert.True((await VerifyAsync(keys, one.Sign(Issuer.Claims()))).IsValid);
        Assert.True((await VerifyAsync(keys, other.Sign(Issuer.Claims()))).IsValid);
        Assert.Equal(
            TokenFault.Signature,
            (await VerifyAsync(keys, thief.Sign(Issuer.Claims()))).Fault
        );
    }

    [Fact]
    public async Task VerifyAsync_gets_the_keys_though_who_asked_first_goes_away()
    {
        using var issuer = new Issuer("k1");
        var set = new TaskCompletionSource<string>();
        using var keys = Ring(cancellationToken => set.Task.WaitAsync(cancellationToken));
        var token = issuer.Sign(Issuer.Claims());
        using var gone = new CancellationTokenSource();
        var first = VerifyUntilAsync(keys, token, gone.Token).AsTask();
        var second = VerifyAsync(keys, token).AsTask();

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        set.SetResult(Issuer.KeySet(issuer));

        Assert.True((await second).IsValid);
    }

    [Fact]
    public async Task VerifyAsync_fetches_again_where_a_fetch_hangs_longer_than_the_period()
    {
        using var issuer = new Issuer("k1");
        var clock = new FakeClock(Issuer.Now);
        var begun = new TaskCompletionSource();
        var hangs = new TaskCompletionSource<string>();
        using var keys = new KeyRing(
            _ => begun.TrySetResult() ? hangs.Task : Task.FromResult(Issuer.KeySet(issuer)),
            Duration.FromMinutes(1),
            clock
        );
        var token = issuer.Sign(Issuer.Claims());
        var first = VerifyAsync(keys, token).AsTask();

        await begun.Task;
        clock.Advance(Duration.FromMinutes(1));
        var second = await VerifyAsync(keys, token);
        using var stale = new Issuer("k0");
        hangs.SetResult(Issuer.KeySet(stale));

        Assert.True(second.IsValid);
        Assert.True((await first).IsValid);
        Assert.True((await VerifyAsync(keys, token)).IsValid);
    }

    private static KeyRing Ring(Func<CancellationToken, Task<string>> fetch) =>
        new(fetch, Duration.FromMinutes(1), new FakeClock(Issuer.Now));

    private static ValueTask<TokenResult> VerifyAsync(KeyRing keys, string token) =>
        VerifyUntilAsync(keys, token, TestContext.Current.CancellationToken);

    private static ValueTask<TokenResult> VerifyUntilAsync(
        KeyRing keys,
        string token,
        CancellationToken cancellationToken
    ) =>
        new TokenVerifier(
            new TokenOptions
            {
                Issuer = "https://issuer.example",
                Audience = "orders",
                Algorithms = ["ES256"],
            },
            keys,
            new FakeClock(Issuer.Now)
        ).VerifyAsync(token, cancellationToken);
}
