using Common.Abstractions;

namespace Common.Config.Tests;

/// <summary>Options that change while the service runs.</summary>
[ConfigSection("Orders:Live")]
[RemovedKey("Orders:Live:Speed", since: "3.0", replacement: "Orders:Live:Left")]
[RemovedKey("Gone:Hosts", since: "3.0", replacement: "Orders:Live:Text")]
public sealed partial class ReloadedOptions
{
    /// <summary>The left one of a pair that is always changed together.</summary>
    [Reloadable]
    [DeprecatedKey("Orders:Old:Left", since: "1.2")]
    public int Left { get; init; }

    /// <summary>The right one.</summary>
    [Reloadable]
    public int Right { get; init; }

    /// <summary>What can only change at start.</summary>
    public int Fixed { get; init; } = 1;

    /// <summary>A text.</summary>
    [Reloadable]
    public string Text { get; init; } = "";

    /// <summary>A key of a partner.</summary>
    [Reloadable]
    public Secret? Key { get; init; }

    /// <summary>Keys of partners by their names.</summary>
    [Reloadable]
    [DeprecatedKey("Orders:Old:Keys", since: "1.2")]
    public IReadOnlyDictionary<string, Secret> Keys { get; init; } =
        new Dictionary<string, Secret>();

    /// <summary>Keys that can only change at start.</summary>
    [DeprecatedKey("Orders:Old:FixedKeys", since: "1.2")]
    public IReadOnlyList<Secret> FixedKeys { get; init; } = [];

    /// <summary>A plain text that is named like a secret, by another name than before.</summary>
    [Reloadable]
    [DeprecatedKey("Orders:Old:Sign", since: "1.2")]
    [System.ComponentModel.DataAnnotations.StringLength(10)]
    public string ApiKey { get; init; } = "";

    partial void Check(ConfigCheck check)
    {
        if (Left != Right)
        {
            check.Fail(nameof(Left), "it must equal Right");
        }
    }
}
