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
        base.Set(key, value);
        Use(Data);
    }

    public override string ToString() => $"environment variables with the prefix '{prefix}'";

    /// <summary>Takes variables by their names.</summary>
    internal void Load(IDictionary variables)
    {
        var data = new Dictionary<string, string?>(
            variables.Count,
            StringComparer.OrdinalIgnoreCase
        );
        var enumerator = variables.GetEnumerator();
        while (enumerator.MoveNext())
        {
            var name = (string)enumerator.Key;
            if (name.Contains(ConnectionString, StringComparison.OrdinalIgnoreCase))
            {
                Use(OfPlatform());
                return;
            }

            var key = Key(name);
            if (_prefix.Length == 0)
            {
                data[key] = (string?)enumerator.Value;
            }
            else if (key.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase))
            {
                data[key[_prefix.Length..]] = (string?)enumerator.Value;
            }
        }

        Use(data);
    }

    /// <summary>What the platform makes of an environment with connection strings, for whose names it has rules of its own.</summary>
    private IDictionary<string, string?> OfPlatform()
    {
        var platforms = new EnvironmentVariablesConfigurationProvider(prefix);
        platforms.Load();
        return ConfigLayers.DataOf(platforms);
    }

    private void Use(IDictionary<string, string?> data)
    {
        Data = data;
        Layers = [new ProviderLayer([.. data], EnvironmentNames.Locate, LayerKind.Environment)];
    }

    private static string Key(string name) => name.Replace("__", ":", StringComparison.Ordinal);
}
