using Common.Config.Binding;
using Common.Config.Internal.Reloading;

namespace Common.Config.Internal.Reading;

/// <summary>What the sources say at one moment, sorted to the options, bound and checked.</summary>
internal sealed class Loaded
{
    /// <summary>Which sections were read from files of secrets: such a file may change while no key does.</summary>
    private readonly bool[] _readsFiles;

    private Loaded(
        ConfigRegistry registry,
        IReadOnlyList<ConfigLayer> layers,
        ConfigNode?[] nodes,
        BindContext context,
        Loaded? before
    )
    {
        Registry = registry;
        Layers = layers;
        Nodes = nodes;
        Context = context;
        _readsFiles = new bool[registry.Plan.Sections.Length];
        var changed = before is null ? [] : ConfigDifferences.Between(before.Nodes, nodes);
        Bound = Bind(changed, before);
        Changed = before is null ? [] : ConfigDifferences.WithRotated(changed, before, this);
    }

    public ConfigRegistry Registry { get; }

    public IReadOnlyList<ConfigLayer> Layers { get; }

    public ConfigNode?[] Nodes { get; }

    public BindContext Context { get; }

    /// <summary>The options of each section; null where they are wrong.</summary>
    public object?[] Bound { get; }

    /// <summary>The places of the options that differ from the reading before, in their order.</summary>
    public IReadOnlyList<int> Changed { get; }

    /// <summary>Reads everything. What is wrong is in the context.</summary>
    /// <param name="registry">The sections.</param>
    /// <param name="layers">The sources, lowest first.</param>
    /// <param name="unknownKeys">What to do with unknown keys, whatever the configuration says; null for what it says.</param>
    /// <param name="before">
    /// The reading that is in effect, without errors: what it has of sections that did not change is taken over. It is not kept.
    /// </param>
    /// <param name="lastRead">What the sources said when they were last read. It is not kept.</param>
    public static Loaded Read(
        ConfigRegistry registry,
        IReadOnlyList<ConfigLayer> layers,
        UnknownKeyPolicy? unknownKeys = null,
        Loaded? before = null,
        Loaded? lastRead = null
    )
    {
        var context = new BindContext();
        var unknown = new List<UnknownKey>();
        var nodes = ConfigFiller.Fill(registry.Plan, layers, unknown, lastRead?.Nodes);
        Substitution.Apply(registry.Plan, nodes, layers, context);
        var loaded = new Loaded(registry, layers, nodes, context, before);
        if (unknown.Count > 0)
        {
            var options =
                loaded.Bound.OfType<ConfigOptions>().FirstOrDefault() ?? new ConfigOptions();
            UnknownKeys.Report(unknown, options, unknownKeys ?? options.UnknownKeys, context);
        }

        return loaded;
    }

    /// <summary>The same with the values of other options in some places.</summary>
    public Loaded With(ConfigNode?[] nodes, Loaded before) =>
        new(Registry, Layers, nodes, new BindContext(), before);

    private object?[] Bind(List<int> changed, Loaded? before)
    {
        var plan = Registry.Plan;
        var bound = new object?[plan.Sections.Length];
        var next = 0;
        for (var i = 0; i < bound.Length; i++)
        {
            var (section, end) = (plan.Sections[i], plan.EndOf(i));
            var isChanged = false;
            while (next < changed.Count && changed[next] < end)
            {
                (isChanged, next) = (true, next + 1);
            }

            if (before is not null && !isChanged && !before._readsFiles[i])
            {
                bound[i] = before.Bound[i];
                continue;
            }

            var files = Context.SecretFiles.Count;
            bound[i] = section.Section.IsNamed
                ? section.Section.BindNamed(Nodes[section.FirstSlot], Context)
                : section.Section.Bind(section, Nodes, Context);
            _readsFiles[i] = Context.SecretFiles.Count > files;
        }

        return bound;
    }
}
