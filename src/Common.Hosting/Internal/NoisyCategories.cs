using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Hosting.Internal;

/// <summary>Keeps from Information what the platform says for every request: a unit of work has one terminal record, and that is ours.</summary>
internal static class NoisyCategories
{
    private static readonly string[] Categories =
    [
        "Microsoft.AspNetCore",
        "Microsoft.Extensions.Http",
        "Polly",
        "System.Net.Http.HttpClient",
    ];

    /// <summary>Puts the rules before all others, so that a rule of the service's configuration for the same category wins.</summary>
    public static void Quieten(IServiceCollection services) =>
        services.PostConfigure<LoggerFilterOptions>(options =>
        {
            for (var i = 0; i < Categories.Length; i++)
            {
                options.Rules.Insert(
                    i,
                    new LoggerFilterRule(
                        providerName: null,
                        Categories[i],
                        LogLevel.Warning,
                        filter: null
                    )
                );
            }
        });
}
