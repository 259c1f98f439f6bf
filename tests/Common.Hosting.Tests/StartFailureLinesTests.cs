using Common.Hosting.Internal;
using Microsoft.Extensions.Logging;

namespace Common.Hosting.Tests;

public sealed class StartFailureLinesTests
{
    private const string Category = "Microsoft.Extensions.Hosting.Internal.Host";

    [Fact]
    public void LevelFor_is_the_least_level_without_rules()
    {
        var options = new LoggerFilterOptions { MinLevel = LogLevel.Information };

        Assert.Equal(LogLevel.Information, StartFailureLines.LevelFor(options, Category));
    }

    [Fact]
    public void LevelFor_is_that_of_the_longest_matching_rule_and_the_last_of_those()
    {
        var options = new LoggerFilterOptions { MinLevel = LogLevel.Information };
        options.Rules.Add(new(null, null, LogLevel.Trace, null));
        options.Rules.Add(new(null, "Microsoft", LogLevel.Error, null));
        options.Rules.Add(new(null, "microsoft.extensions", LogLevel.Warning, null));
        options.Rules.Add(new(null, "Microsoft.Extensions", LogLevel.Debug, null));
        options.Rules.Add(new(null, "Microsoft.AspNetCore.Server", LogLevel.None, null));
        options.Rules.Add(new("Console", Category, LogLevel.None, null));

        Assert.Equal(LogLevel.Debug, StartFailureLines.LevelFor(options, Category));
    }
}
