using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Common.Config;
using Common.Incubator.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Common.Incubator.Auth;

/// <summary>Adds the verification of tokens to a service.</summary>
public static class CommonAuthExtensions
{
    /// <summary>Verifies the bearer token of every request that shows one, and puts who it names into the request's context.</summary>
    /// <param name="services">The services of a builder that has been given to <c>AddCommonWeb</c>.</param>
    /// <param name="fetchKeys">Gets the issuer's key set: the JSON text of RFC 7517.</param>
    /// <returns>The same services.</returns>
    /// <remarks>A request without a token goes on without an identity of its own: what must not be done so is for policies to deny.</remarks>
    public static IServiceCollection AddCommonAuth(
        this IServiceCollection services,
        Func<IServiceProvider, CancellationToken, Task<string>> fetchKeys
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(fetchKeys);
        services.AddSingleton<IValidateOptions<TokenOptions>, TokenAlgorithmsCheck>();
        services.AddSingleton(provider => new KeyRing(
            cancellationToken => fetchKeys(provider, cancellationToken),
            provider.GetRequiredService<Live<TokenOptions>>().Current.KeyRefresh,
            provider.GetRequiredService<IClock>()
        ));
        services.AddSingleton(provider => new TokenVerifier(
            provider.GetRequiredService<Live<TokenOptions>>().Current,
            provider.GetRequiredService<KeyRing>(),
            provider.GetRequiredService<IClock>()
        ));
        return services.AddWebStage(
            new WebStage(AuthStages.Auth, app => app.UseMiddleware<Authentication>())
            {
                // To verify costs time, which a service that has too much to do has not.
                After = [WebStages.Boundary, WebStages.Concurrency],
            }
        );
    }

    /// <summary>Declares the rules of a service, and adds the <see cref="PolicyEnforcer"/> that knows them.</summary>
    /// <param name="services">The services.</param>
    /// <param name="rules">The rules, with what they say by default.</param>
    /// <returns>The same services.</returns>
    /// <remarks>A rule of the configuration that is wrong stops the start.</remarks>
    public static IServiceCollection AddCommonPolicies(
        this IServiceCollection services,
        params IReadOnlyList<PolicyRule> rules
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(rules);
        services.AddSingleton<IValidateOptions<PolicyOptions>>(new PolicyRulesCheck(rules));
        return services.AddSingleton(provider => new PolicyEnforcer(
            rules,
            provider.GetRequiredService<Live<PolicyOptions>>().Current
        ));
    }
}
