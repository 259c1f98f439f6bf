using Common.Config.Catalogue;
using Common.Config.Internal.Reading;
using Common.Config.Internal.Sources;
using Microsoft.Extensions.Configuration;

namespace Common.Config.Internal.Commands;

/// <summary>Checks files as the service would at its start.</summary>
internal sealed class CheckCommand(
    ConfigCatalogue catalogue,
    ConfigRegistry? registry,
    IConfiguration? configuration
)
{
    /// <summary>Checks what can be checked without the service.</summary>
    public CheckReport Run(IReadOnlyList<string> files, bool isPartial)
    {
        var errors = new List<ConfigError>();
        var layers = new List<ConfigLayer>();
        foreach (var file in files)
        {
            try
            {
                layers.Add(JsonFileLayer.Parse(Path.GetFullPath(file), File.ReadAllBytes(file)));
            }
            catch (ConfigException e)
            {
                errors.AddRange(e.Errors);
            }
        }

        IReadOnlyCollection<string> notChecked = [];
        var sections = registry;
        if (sections is null)
        {
            sections = new ConfigRegistry();
            (var models, notChecked) = CatalogueModels.Of(catalogue);
            foreach (var model in models)
            {
                sections.AddModel(model);
            }

            notChecked =
            [
                .. notChecked,
                "rules between options, and the validators of the service",
            ];
        }
        else if (configuration is not null)
        {
            layers.AddRange(EnvironmentOf(configuration));
            notChecked = ["the validators of the service"];
        }

        var loaded = Loaded.Read(sections, layers);
        errors.AddRange(
            loaded.Context.Errors.Where(error => !isPartial || error.Source is not null)
        );
        return new CheckReport(
            errors,
            [.. loaded.Context.Warnings, .. Deprecated(loaded)],
            notChecked
        );
    }

    /// <summary>The sources above the files: the environment; not the command line, which is this command's.</summary>
    private static IEnumerable<ConfigLayer> EnvironmentOf(IConfiguration configuration) =>
        ConfigLayers.Of(configuration).Where(layer => layer.Kind == LayerKind.Environment);

    private static IEnumerable<ConfigError> Deprecated(Loaded loaded)
    {
        var slots = loaded.Registry.Plan.Slots;
        for (var i = 0; i < loaded.Nodes.Length; i++)
        {
            if (loaded.Nodes[i] is not { Source: { } source } node)
            {
                continue;
            }

            var option = slots[i].Option;
            if (node.Alias > 0)
            {
                var since = option.DeprecatedKeys[node.Alias - 1].Since;
                yield return new ConfigError(
                    node.Key,
                    null,
                    source.Locate(node.Key),
                    $"is deprecated since {since}; use {slots[i].Key}"
                );
            }

            if (option.Deprecation is { } deprecation)
            {
                yield return new ConfigError(
                    slots[i].Key,
                    null,
                    source.Locate(node.Key),
                    deprecation
                );
            }
        }
    }
}
