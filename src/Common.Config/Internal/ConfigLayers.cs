using System.Runtime.CompilerServices;
using Common.Config.Internal.Reloading;
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
    /// <summary>Takes a configuration apart.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="own">What to take of this package's own providers; null for what they answer from.</param>
    public static List<ConfigLayer> Of(
        IConfiguration configuration,
        Func<IReloadedProvider, IReadOnlyList<ConfigLayer>>? own = null
    )
    {
        var layers = new List<ConfigLayer>();
        Add(layers, configuration, own ?? (static provider => provider.Layers));
        return layers;
    }

    /// <summary>Takes providers that nobody has put together, lowest first.</summary>
    public static List<ConfigLayer> Of(IEnumerable<IConfigurationProvider> providers)
    {
        var layers = new List<ConfigLayer>();
        Add(layers, providers, static provider => provider.Layers);
        return layers;
    }

    /// <summary>Gives this package's own providers, lowest first.</summary>
    public static IEnumerable<IReloadedProvider> Own(IConfiguration configuration) =>
        configuration is not IConfigurationRoot root
            ? []
            : root.Providers.SelectMany(provider =>
                provider switch
                {
                    ChainedConfigurationProvider chained => Own(chained.Configuration),
                    IReloadedProvider own => [own],
                    _ => [],
                }
            );

    private static void Add(
        List<ConfigLayer> layers,
        IConfiguration configuration,
        Func<IReloadedProvider, IReadOnlyList<ConfigLayer>> own
    )
    {
        if (configuration is IConfigurationRoot root)
        {
            Add(layers, root.Providers, own);
        }
        else
        {
            layers.Add(new PlainLayer(configuration));
        }
    }

    private static void Add(
        List<ConfigLayer> layers,
        IEnumerable<IConfigurationProvider> providers,
        Func<IReloadedProvider, IReadOnlyList<ConfigLayer>> own
    )
    {
        foreach (var provider in providers)
        {
            switch (provider)
            {
                case ChainedConfigurationProvider chained:
                    Add(layers, chained.Configuration, own);
                    break;
                case IReloadedProvider reloaded:
                    layers.AddRange(own(reloaded));
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
            provider is ConfigurationProvider known && AnswersFromItsData(provider)
                ? [.. DataOf(known)]
                : Enumerate(provider),
            locate,
            provider switch
            {
                FileConfigurationProvider => LayerKind.File,
                CommandLineConfigurationProvider => LayerKind.CommandLine,
                EnvironmentVariablesConfigurationProvider => LayerKind.Environment,
                _ => LayerKind.Other,
            }
        );
    }

    /// <summary>Says whether the provider's data is all that it answers from, as it is in all of the platform's.</summary>
    private static bool AnswersFromItsData(IConfigurationProvider provider) =>
        provider
            .GetType()
            .Namespace?.StartsWith("Microsoft.Extensions.Configuration", StringComparison.Ordinal)
        == true;

    /// <summary>The data of a provider of the platform's.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Data")]
    public static extern IDictionary<string, string?> DataOf(ConfigurationProvider provider);

    private static KeyValuePair<string, string?>[] Enumerate(IConfigurationProvider provider)
    {
        var entries = new List<KeyValuePair<string, string?>>();
        Enumerate(provider, parent: null, entries);
        return [.. entries];
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
