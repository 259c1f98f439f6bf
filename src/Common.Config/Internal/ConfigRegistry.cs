using System.Reflection;
using Common.Config.Binding;

namespace Common.Config.Internal;

/// <summary>The sections of a service: those of its own assembly, of every referenced one, and those that were added by hand.</summary>
internal sealed class ConfigRegistry
{
    private readonly List<ConfigSection> _sections = [];
    private readonly HashSet<Type> _types = [];
    private readonly HashSet<string> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private ConfigPlan? _plan;

    public IReadOnlyList<ConfigSection> Sections => _sections;

    public ConfigPlan Plan => _plan ??= new ConfigPlan(_sections);

    /// <summary>Makes a registry of some sections.</summary>
    public static ConfigRegistry Of(params ReadOnlySpan<ConfigSection> sections)
    {
        var registry = new ConfigRegistry();
        foreach (var section in sections)
        {
            registry.Add(section);
        }

        return registry;
    }

    /// <summary>Adds a section, unless it is there; says whether it was added.</summary>
    public bool Add(ConfigSection section)
    {
        if (section.Path.Length == 0 || !_types.Add(section.OptionsType))
        {
            return false;
        }

        _sections.Add(section);
        _plan = null;
        return true;
    }

    /// <summary>Adds a section of a catalogue, which has no class of its own.</summary>
    public void AddModel(ConfigSection section)
    {
        _sections.Add(section);
        _plan = null;
    }

    /// <summary>Gives the sections of an assembly and of those that it references, whatever their depth.</summary>
    public IEnumerable<ConfigSection> Find(Assembly assembly)
    {
        if (
            !_assemblies.Add(assembly.GetName().Name ?? "")
            || assembly.GetCustomAttribute<ConfigSectionsAttribute>() is not { } attribute
        )
        {
            yield break;
        }

        var registry = (IConfigRegistry)Activator.CreateInstance(attribute.Registry)!;
        foreach (var section in registry.Sections)
        {
            yield return section;
        }

        foreach (var name in registry.References)
        {
            if (Load(name) is not { } reference)
            {
                continue;
            }

            foreach (var section in Find(reference))
            {
                yield return section;
            }
        }
    }

    /// <summary>Loads an assembly; null for one that was trimmed away because nothing uses it.</summary>
    public static Assembly? Load(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name));
        }
        catch (Exception e)
            when (e is FileNotFoundException or FileLoadException or ArgumentException)
        {
            return null;
        }
    }
}
