using System.Reflection;
using System.Text.Json;
using Common.Abstractions;
using Common.Config.Binding;
using Common.Config.Internal;
using Common.Config.Internal.Commands;

namespace Common.Config.Catalogue;

/// <summary>The declared options of a service, as its assemblies carry them: read without running its code.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ConfigCatalogue
{
    private readonly Dictionary<string, CatalogueSection> _byClass;

    private ConfigCatalogue(IEnumerable<CatalogueSection> sections)
    {
        _byClass = new(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            _byClass[section.Class] = section;
        }

        Sections =
        [
            .. _byClass
                .Values.Where(section => section.Path.Length > 0)
                .OrderBy(section => section.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>The sections with a path, in its order.</summary>
    internal IReadOnlyList<CatalogueSection> Sections { get; }

    /// <summary>Reads the entries of the surface <c>config</c>.</summary>
    /// <param name="entries">The JSON of each entry, as <see cref="CatalogueEntryAttribute.Json"/> has it.</param>
    /// <returns>The catalogue.</returns>
    /// <exception cref="FormatException">An entry is not one that the generator writes.</exception>
    public static ConfigCatalogue Parse(IEnumerable<string> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        try
        {
            return new ConfigCatalogue([.. entries.Select(CatalogueReader.Section)]);
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("The catalogue of options cannot be read.", e);
        }
    }

    /// <summary>Reads the catalogue of a service from its own assembly and from those that it references.</summary>
    /// <param name="application">The service's assembly.</param>
    /// <returns>The catalogue.</returns>
    public static ConfigCatalogue Of(Assembly application)
    {
        ArgumentNullException.ThrowIfNull(application);
        return Of([application]);
    }

    internal static ConfigCatalogue Of(IEnumerable<Assembly> applications)
    {
        var assemblies = new Dictionary<string, Assembly>(StringComparer.OrdinalIgnoreCase);
        Add(assemblies, typeof(Secret).Assembly);
        foreach (var application in applications)
        {
            Add(assemblies, application);
        }

        return Parse(
            assemblies
                .Values.SelectMany(a => a.GetCustomAttributes<CatalogueEntryAttribute>())
                .Where(a => a.Surface.Equals("config", StringComparison.Ordinal))
                .Select(a => a.Json)
        );
    }

    internal CatalogueSection? Find(string? name) =>
        name is null ? null : _byClass.GetValueOrDefault(name);

    private static void Add(Dictionary<string, Assembly> assemblies, Assembly assembly)
    {
        if (!assemblies.TryAdd(assembly.GetName().Name ?? "", assembly))
        {
            return;
        }

        var references = assembly.GetCustomAttribute<ConfigSectionsAttribute>() is { } attribute
            ? ((IConfigRegistry)Activator.CreateInstance(attribute.Registry)!).References
            : [];
        foreach (var name in references)
        {
            if (ConfigRegistry.Load(name) is { } reference)
            {
                Add(assemblies, reference);
            }
        }
    }
}
