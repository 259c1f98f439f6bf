using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Common.Logging.Internal;

/// <summary>Hands the platform's filter options to <see cref="LevelRules"/> each time they are made.</summary>
internal sealed class LevelRulesSetup(LevelRules rules) : IPostConfigureOptions<LoggerFilterOptions>
{
    /// <inheritdoc/>
    public void PostConfigure(string? name, LoggerFilterOptions options) => rules.TakeOver(options);
}
