using System.Runtime.CompilerServices;
using Common.Config.Internal.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace Common.Config.Internal;

/// <summary>Takes a configuration apart into the keys and values of each of its sources, lowest first.</summary>
internal static class ConfigLayers
{
    public static List<ConfigLayer> Of(IConfiguration configuration)
    {
        var layers = new List<ConfigLayer>();
        Add(layers, configuration);
        return layers;
    }

    private static void Add(List<ConfigLayer> layers, IConfiguration configuration)
    {
        if (configuration is not IConfigurationRoot root)
        {
            layers.Add(new PlainLayer(configuration));
            return;
        }

        foreach (var provider in root.Providers)
        {
            switch (provider)
            {
                case ChainedConfigurationProvider chained:
                    Add(layers, chained.Configuration);
                    break;
                case ILayeredProvider own:
                    layers.AddRange(own.Layers);
                    break;
                default:
                    layers.Add(Of(provider));
                    break;
            }
        }
    }

    private static ProviderLayer Of(IConfigurationProvider provider)
    {
        Func<string, string> locate = provider switch
        {
            JsonConfigurationProvider json => new JsonFileLocator(json).Locate,
            EnvironmentVariablesConfigurationProvider => EnvironmentNames.Locate,
            CommandLineConfigurationProvider => static key => "argument --" + key,
            MemoryConfigurationProvider => static _ => "memory",
            _ => _ => provider.ToString() ?? provider.GetType().Name,
        };
        return new ProviderLayer(
            IsPlatforms(provider) && provider is ConfigurationProvider known
                ? DataOf(known)
                : Enumerate(provider),
            locate
        );
    }

    /// <summary>Says whether the provider's data is all that it answers from, as it is in all of the platform's.</summary>
    private static bool IsPlatforms(IConfigurationProvider provider) =>
        provider
            .GetType()
            .Assembly.GetName()
            .Name?.StartsWith("Microsoft.Extensions.Configuration", StringComparison.Ordinal)
        == true;

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Data")]
    private static extern IDictionary<string, string?> DataOf(ConfigurationProvider provider);

    private static List<KeyValuePair<string, string?>> Enumerate(IConfigurationProvider provider)
    {
        var entries = new List<KeyValuePair<string, string?>>();
        Enumerate(provider, parent: null, entries);
        return entries;
    }

    private static void Enumerate(
        IConfigurationProvider provider,
        string? parent,
        List<KeyValuePair<string, string?>> entries
    )
    {
        foreach (
            var name in provider
                .GetChildKeys([], parent)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .ToList()
        )
        {
            var key = parent is null ? name : parent + ":" + name;
            if (provider.TryGet(key, out var value))
            {
                entries.Add(new(key, value));
            }

            Enumerate(provider, key, entries);
        }
    }
}
