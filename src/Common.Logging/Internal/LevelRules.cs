using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

/// <summary>
/// Takes the platform's filter rules for our provider out of the platform's hands, which would filter before the provider could
/// let through Audit events and the details of one request, and answers by them itself.
/// </summary>
internal sealed class LevelRules
{
    private const string Alias = CommonLoggerProvider.ProviderAlias;

    /// <summary>The provider's name, as the platform gives it to filters.</summary>
    public static readonly string FullName = typeof(CommonLoggerProvider).FullName!;

    private volatile Snapshot _current = new([], LogLevel.Information);

    /// <summary>Called when the rules may have changed.</summary>
    public Action? Changed { get; set; }

    /// <summary>Keeps the rules that are for us, and lets the platform let everything through to us.</summary>
    public void TakeOver(LoggerFilterOptions options)
    {
        _current = new Snapshot([.. options.Rules.Where(IsForUs)], options.MinLevel);
        for (var i = options.Rules.Count - 1; i >= 0; i--)
        {
            if (IsOurName(options.Rules[i].ProviderName))
            {
                options.Rules.RemoveAt(i);
            }
        }

        options.Rules.Add(new LoggerFilterRule(FullName, null, LogLevel.Trace, null));
        Changed?.Invoke();
    }

    /// <summary>The least level of a category, and the filter to ask in addition.</summary>
    public (LogLevel Least, Func<string?, string?, LogLevel, bool>? Filter) Of(string category)
    {
        var snapshot = _current;
        LoggerFilterRule? best = null;
        foreach (var rule in snapshot.Rules)
        {
            if (Matches(rule.CategoryName, category) && IsBetter(rule, best))
            {
                best = rule;
            }
        }

        return best is null
            ? (snapshot.MinLevel, null)
            : (best.LogLevel ?? LogLevel.Trace, Guard(best.Filter));
    }

    /// <summary>A filter that lets through what it can't decide, since a log call never throws into its caller.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "a log call never throws into its caller"
    )]
    private static Func<string?, string?, LogLevel, bool>? Guard(
        Func<string?, string?, LogLevel, bool>? filter
    ) =>
        filter is null
            ? null
            : (provider, category, level) =>
            {
                try
                {
                    return filter(provider, category, level);
                }
                catch (Exception)
                {
                    return true;
                }
            };

    private static bool IsForUs(LoggerFilterRule rule) =>
        rule.ProviderName is null || IsOurName(rule.ProviderName);

    private static bool IsOurName(string? provider) =>
        provider is not null
        && (
            provider.Equals(FullName, StringComparison.Ordinal)
            || provider.Equals(Alias, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The platform's choice: our own rules before others', then the longer category, then the later rule.</summary>
    private static bool IsBetter(LoggerFilterRule rule, LoggerFilterRule? best)
    {
        if (best is null)
        {
            return true;
        }

        if (rule.ProviderName is null != best.ProviderName is null)
        {
            return rule.ProviderName is not null;
        }

        return (rule.CategoryName?.Length ?? -1) >= (best.CategoryName?.Length ?? -1);
    }

    private static bool Matches(string? pattern, string category)
    {
        if (pattern is null)
        {
            return true;
        }

        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        var prefix = star < 0 ? pattern : pattern[..star];
        var suffix = star < 0 ? string.Empty : pattern[(star + 1)..];
        return category.Length >= prefix.Length + suffix.Length
            && category.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && category.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
    }

    private sealed record Snapshot(LoggerFilterRule[] Rules, LogLevel MinLevel);
}
