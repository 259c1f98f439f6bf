using System.ComponentModel;
using Common.Config.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Common.Config.Binding;

/// <summary>One declared section. Made by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConfigSection
{
    private readonly Dictionary<string, ConfigOption> _byName = new(
        StringComparer.OrdinalIgnoreCase
    );

    private protected ConfigSection(string path, IReadOnlyList<ConfigOption> options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        IsNamed = path.EndsWith(":*", StringComparison.Ordinal);
        Path = IsNamed ? path[..^2] : path;
        SetOptions(options);
    }

    /// <summary>The path of the section; empty for one that is used within others only.</summary>
    /// <value>Segments with colons between them, without the <c>:*</c> of a named section.</value>
    public string Path { get; }

    /// <summary>Whether each child of the path is a section with the child's name.</summary>
    /// <value><see langword="true"/> for a path that ends in <c>:*</c>.</value>
    public bool IsNamed { get; }

    /// <summary>The options in the order of their declaration.</summary>
    /// <value>Their names differ, whatever the case.</value>
    public IReadOnlyList<ConfigOption> Options { get; private set; } = [];

    /// <summary>The keys that the section once had.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<RemovedKey> RemovedKeys { get; init; } = [];

    /// <summary>All sections of a named one, as one option.</summary>
    internal abstract ConfigOption NamedOption { get; }

    internal abstract Type OptionsType { get; }

    /// <summary>Reads all of the section and checks it; null where that failed, with the errors in the context.</summary>
    internal abstract object? Bind(SectionPlan plan, ConfigNode?[] nodes, BindContext context);

    /// <summary>Reads the sections of every name below a node.</summary>
    internal abstract NamedSections BindNamed(ConfigNode? node, BindContext context);

    /// <summary>Applies what the service registered for the options (Configure, PostConfigure) and asks its validators.</summary>
    internal abstract object Finish(
        object options,
        string name,
        IServiceProvider services,
        BindContext context
    );

    internal abstract void Register(IServiceCollection services);

    /// <summary>The options that must be given, but for sections, whose own options are asked for.</summary>
    internal ConfigOption[] Required { get; private set; } = [];

    private protected void SetOptions(IReadOnlyList<ConfigOption> options)
    {
        Options = options;
        Required = [.. options.Where(o => o.IsRequired && o.Type.Section is null)];
        for (var i = 0; i < options.Count; i++)
        {
            options[i].Index = i;
            _byName.Add(options[i].Name, options[i]);
        }
    }

    internal ConfigOption? Find(string name) => _byName.GetValueOrDefault(name);
}
