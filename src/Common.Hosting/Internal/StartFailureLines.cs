using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Hosting.Internal;

/// <summary>
/// Keeps quiet what the platform says about a start that fails, since the exception goes on to end the process, and that is
/// told once.
/// </summary>
internal static class StartFailureLines
{
    private static readonly string[] Categories =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.Extensions.Hosting.Internal.Host",
    ];

    public static void Quieten(IServiceCollection services, ServiceProcess process) =>
        services.PostConfigure<LoggerFilterOptions>(options =>
        {
            if (process.Application is null)
            {
                return; // somebody else's process, such as a test's: nobody here ends it, so nobody tells
            }

            foreach (var category in Categories)
            {
                var level = LevelFor(options, category);
                options.Rules.Add(
                    new LoggerFilterRule(
                        providerName: null,
                        category,
                        level,
                        (_, _, asked) => asked < LogLevel.Error || process.HasStarted
                    )
                );
            }
        });

    // A rule hides all shorter ones, so it must bring their level along.
    internal static LogLevel LevelFor(LoggerFilterOptions options, string category)
    {
        LoggerFilterRule? best = null;
        foreach (var rule in options.Rules)
        {
            if (
                rule.ProviderName is null
                && (
                    rule.CategoryName is null
                    || category.StartsWith(rule.CategoryName, StringComparison.OrdinalIgnoreCase)
                )
                && (rule.CategoryName?.Length ?? 0) >= (best?.CategoryName?.Length ?? 0)
            )
            {
                best = rule;
            }
        }

        return best?.LogLevel ?? options.MinLevel;
    }
}
