using Common.Config.Binding;

namespace Common.Config.Internal.Reading;

/// <summary>What the sources say at one moment, sorted to the options, bound and checked.</summary>
internal sealed class Loaded
{
    private Loaded(
        ConfigRegistry registry,
        IReadOnlyList<ConfigLayer> layers,
        ConfigNode?[] nodes,
        BindContext context
    )
    {
        Registry = registry;
        Layers = layers;
        Nodes = nodes;
        Context = context;
        Bound = Bind(registry.Plan, nodes, context);
    }

    public ConfigRegistry Registry { get; }

    public IReadOnlyList<ConfigLayer> Layers { get; }

    public ConfigNode?[] Nodes { get; }

    public BindContext Context { get; }

    /// <summary>The options of each section; null where they are wrong.</summary>
    public object?[] Bound { get; }

    /// <summary>Reads everything. What is wrong is in the context.</summary>
    /// <param name="registry">The sections.</param>
    /// <param name="layers">The sources, lowest first.</param>
    /// <param name="unknownKeys">What to do with unknown keys, whatever the configuration says; null for what it says.</param>
    public static Loaded Read(
        ConfigRegistry registry,
        IReadOnlyList<ConfigLayer> layers,
        UnknownKeyPolicy? unknownKeys = null
    )
    {
        var context = new BindContext();
        var unknown = new List<UnknownKey>();
        var nodes = ConfigFiller.Fill(registry.Plan, layers, unknown);
        Substitution.Apply(registry.Plan, nodes, layers, context);
        var loaded = new Loaded(registry, layers, nodes, context);
        var options = loaded.Bound.OfType<ConfigOptions>().FirstOrDefault() ?? new ConfigOptions();
        if (unknown.Count > 0)
        {
            UnknownKeys.Report(unknown, options, unknownKeys ?? options.UnknownKeys, context);
        }

        return loaded;
    }

    /// <summary>The same with the values of other options in some places.</summary>
    public Loaded With(ConfigNode?[] nodes) => new(Registry, Layers, nodes, new BindContext());

    private static object?[] Bind(ConfigPlan plan, ConfigNode?[] nodes, BindContext context)
    {
        var bound = new object?[plan.Sections.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            var section = plan.Sections[i];
            bound[i] = section.Section.IsNamed
                ? section.Section.BindNamed(nodes[section.FirstSlot], context)
                : section.Section.Bind(section, nodes, context);
        }

        return bound;
    }
}
