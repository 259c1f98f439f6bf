using Common.Abstractions;

namespace Common.Config.Tests;

/// <summary>A vault: a section of many names, with secrets and lists of its own kind.</summary>
[ConfigSection("Vaults:*")]
public sealed partial class VaultOptions
{
    /// <summary>What opens it.</summary>
    public Secret? Pin { get; init; }

    /// <summary>What opens it too, declared as a plain text.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Where it is.</summary>
    public string Place { get; init; } = "";

    /// <summary>How many doors it has.</summary>
    public int Doors { get; init; } = 1;

    /// <summary>Who may open it, by role.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; } =
        new Dictionary<string, IReadOnlyList<string>> { ["owner"] = ["`alice` | bob"] };

    /// <summary>The vaults within it.</summary>
    public IReadOnlyList<VaultOptions> Within { get; init; } = [];
}
