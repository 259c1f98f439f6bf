using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Hosting.Internal;

/// <summary>
/// Keeps quiet what the platform says about a start or about background work that fails, since it ends the process, and that
/// is told once.
/// </summary>
internal static class StartFailureLines
{
    // All that it says at Error after a start is that background work failed and that the host stops because of it.
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    private static readonly string[] Categories =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Server.Kestrel",
        HostCategory,
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
                        (_, _, asked) =>
                            asked < LogLevel.Error
                            || (
                                process.HasStarted
                                && !(process.TellsOfBackgroundWork && category == HostCategory)
                            )
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
