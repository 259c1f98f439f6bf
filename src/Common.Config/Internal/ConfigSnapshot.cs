using System.Runtime.CompilerServices;
using Common.Config.Binding;
using Common.Config.Internal.Reading;

namespace Common.Config.Internal;

/// <summary>All options of a service at one instant.</summary>
/// <param name="loaded">What was read; without errors.</param>
/// <param name="services">What the service registered for its options.</param>
internal sealed class ConfigSnapshot(Loaded loaded, IServiceProvider services)
{
    private readonly object?[] _finished = new object?[loaded.Bound.Length];

    public Loaded Loaded { get; } = loaded;

    /// <summary>Gives the options of a section at the price of an array's element.</summary>
    public T Get<T>(int index)
        where T : class
    {
        var options = _finished[index] ?? Finish(index);
        return options is NamedSections named ? (T)named.Get("") : Unsafe.As<T>(options);
    }

    public object Get(int index, string name)
    {
        var options = _finished[index] ?? Finish(index);
        return options is NamedSections named ? named.Get(name)
            : name.Length == 0 ? options
            : throw new InvalidOperationException(
                $"The section {Loaded.Registry.Sections[index].Path} has no names; {name} is asked for."
            );
    }

    public IReadOnlyCollection<string> Names(int index) =>
        (_finished[index] ?? Finish(index)) is NamedSections named ? named.Names : [""];

    /// <summary>Applies what the service registered for its options, and asks its validators.</summary>
    public void FinishAll(BindContext context)
    {
        for (var i = 0; i < _finished.Length; i++)
        {
            _finished[i] ??= Finish(i, context);
        }
    }

    private object Finish(int index)
    {
        var context = new BindContext();
        var options = Finish(index, context);
        context.ThrowIfWrong();
        return _finished[index] = options;
    }

    private object Finish(int index, BindContext context)
    {
        var section = Loaded.Registry.Sections[index];
        var bound = Loaded.Bound[index]!;
        if (bound is not NamedSections named)
        {
            return section.Finish(bound, name: "", services, context);
        }

        var finished = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, options) in named.ByName)
        {
            finished.Add(name, section.Finish(options, name, services, context));
        }

        return new NamedSections(section.Path, finished);
    }
}
