using System.Collections;
using Common.Config.Internal.Reloading;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Common.Config.Internal.Sources;

/// <summary>The keys and values of the environment.</summary>
/// <param name="prefix">What the names of its variables begin with, as a variable or as a key; null for all.</param>
internal sealed class EnvironmentProvider(string? prefix) : ConfigurationProvider, IReloadedProvider
{
    private const string ConnectionString = "CONNSTR_";

    private readonly string _prefix = Key(prefix ?? "");
    private volatile bool _isMade;

    public IReadOnlyList<ConfigLayer> Layers { get; private set; } = [];

    public IEnumerable<string> Files => [];

    public override void Load() => Load(Environment.GetEnvironmentVariables());

    public IReadOnlyList<ConfigLayer> Read() => Layers;

    public void Replace(IReadOnlyList<ConfigLayer> layers)
    {
        // A process does not see changes of its environment.
    }

    public override void Set(string key, string? value)
    {
        MakeData();
        Data[key] = value;
        Use([.. Data]);
    }

    public override bool TryGet(string key, out string? value)
    {
        MakeData();
        return base.TryGet(key, out value);
    }

    public override IEnumerable<string> GetChildKeys(
        IEnumerable<string> earlierKeys,
        string? parentPath
    )
    {
        MakeData();
        return base.GetChildKeys(earlierKeys, parentPath);
    }

    public override string ToString() => $"environment variables with the prefix '{prefix}'";

    /// <summary>Takes variables by their names.</summary>
    internal void Load(IDictionary variables)
    {
        var entries = new KeyValuePair<string, string?>[variables.Count];
        var count = 0;
        var enumerator = variables.GetEnumerator();
        while (enumerator.MoveNext())
        {
            var name = (string)enumerator.Key;
            if (IsConnectionString(name))
            {
                Use(OfPlatform());
                return;
            }

            var key = Key(name);
            if (key.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase))
            {
                entries[count++] = new(
                    _prefix.Length == 0 ? key : key[_prefix.Length..],
                    (string?)enumerator.Value
                );
            }
        }

        Use(count == entries.Length ? entries : entries[..count]);
    }

    /// <summary>Says whether a name begins with one of the platform's marks of connection strings, which all end so.</summary>
    private static bool IsConnectionString(string name)
    {
        var end = name.IndexOf('_', StringComparison.Ordinal) + 1;
        return end > ConnectionString.Length
            && name[end - 2] is 'R' or 'r'
            && name.AsSpan(0, end).EndsWith(ConnectionString, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the platform makes of an environment with connection strings, for whose names it has rules of its own.</summary>
    private KeyValuePair<string, string?>[] OfPlatform()
    {
        var platforms = new EnvironmentVariablesConfigurationProvider(prefix);
        platforms.Load();
        return [.. ConfigLayers.DataOf(platforms)];
    }

    private void Use(KeyValuePair<string, string?>[] entries)
    {
        Layers = [new ProviderLayer(entries, EnvironmentNames.Locate, LayerKind.Environment)];
        _isMade = false;
    }

    /// <summary>Makes what the platform's own members answer from, when first asked: those who bind declared options never ask.</summary>
    private void MakeData()
    {
        if (_isMade)
        {
            return;
        }

        var data = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in Layers.SelectMany(layer => layer.Entries))
        {
            data[key] = value;
        }

        Data = data;
        _isMade = true;
    }

    private static string Key(string name) => name.Replace("__", ":", StringComparison.Ordinal);
}
