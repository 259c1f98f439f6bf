using System.Runtime.CompilerServices;
using Common.Config.Binding;

namespace Common.Config.Internal;

/// <summary>All options of a service at one instant.</summary>
internal sealed class ConfigSnapshot
{
    private readonly ConfigRegistry _registry;
    private readonly IServiceProvider _services;
    private readonly IReadOnlyList<ConfigLayer> _layers;
    private readonly object[] _bound;
    private readonly object?[] _finished;

    private ConfigSnapshot(
        ConfigRegistry registry,
        IServiceProvider services,
        IReadOnlyList<ConfigLayer> layers,
        object[] bound
    )
    {
        _registry = registry;
        _services = services;
        _layers = layers;
        _bound = bound;
        _finished = new object?[bound.Length];
    }

    /// <summary>Reads and checks everything.</summary>
    /// <exception cref="ConfigException">Anything is wrong.</exception>
    public static ConfigSnapshot Read(
        ConfigRegistry registry,
        IReadOnlyList<ConfigLayer> layers,
        IServiceProvider services
    )
    {
        var context = new BindContext(layers);
        var unknown = new List<UnknownKey>();
        var plan = registry.Plan;
        var nodes = plan.Fill(layers, unknown);
        var bound = new object?[plan.Sections.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            bound[i] = plan.Sections[i].Section.Bind(plan.Sections[i], nodes, context);
        }

        UnknownKeys.Report(
            unknown,
            bound.OfType<ConfigOptions>().FirstOrDefault() ?? new ConfigOptions(),
            context,
            layers
        );

        if (context.Errors.Count > 0)
        {
            throw new ConfigException(context.Errors);
        }

        return new ConfigSnapshot(registry, services, layers, bound!);
    }

    public T Get<T>(int index)
        where T : class => Unsafe.As<T>(_finished[index] ?? Finish(index));

    public object Get(int index, string name) =>
        name.Length == 0
            ? _finished[index] ?? Finish(index)
            : throw new InvalidOperationException(
                $"The section {_registry.Sections[index].Path} has no section named {name}."
            );

    /// <summary>Applies what the service registered for its options, and asks its validators.</summary>
    /// <exception cref="ConfigException">A validator refused some options.</exception>
    public void FinishAll()
    {
        var context = new BindContext(_layers);
        for (var i = 0; i < _bound.Length; i++)
        {
            _finished[i] ??= _registry.Sections[i].Finish(_bound[i], name: "", _services, context);
        }

        if (context.Errors.Count > 0)
        {
            throw new ConfigException(context.Errors);
        }
    }

    private object Finish(int index)
    {
        var context = new BindContext(_layers);
        var options = _registry.Sections[index].Finish(_bound[index], name: "", _services, context);
        return context.Errors.Count > 0
            ? throw new ConfigException(context.Errors)
            : _finished[index] = options;
    }
}
