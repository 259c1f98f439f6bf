using System.Runtime.CompilerServices;
using Common.Config.Binding;
using Common.Config.Internal.Reading;

namespace Common.Config.Internal;

/// <summary>All options of a service at one instant.</summary>
internal sealed class ConfigSnapshot
{
    private readonly IServiceProvider _services;
    private readonly object?[] _finished;
    private readonly Lock _lock = new();

    /// <summary>Makes the picture of a reading.</summary>
    /// <param name="loaded">What was read; without errors.</param>
    /// <param name="services">What the service registered for its options.</param>
    /// <param name="before">The picture before, whose finished options are those of every section that did not change. It is not kept.</param>
    public ConfigSnapshot(Loaded loaded, IServiceProvider services, ConfigSnapshot? before = null)
    {
        Loaded = loaded;
        _services = services;
        _finished = new object?[loaded.Bound.Length];
        for (var i = 0; before is not null && i < _finished.Length; i++)
        {
            if (
                ReferenceEquals(loaded.Bound[i], before.Loaded.Bound[i])
                && Volatile.Read(ref before._finished[i]) is { } finished
            )
            {
                Keep(i, finished);
            }
        }
    }

    public Loaded Loaded { get; }

    public T Get<T>(int index)
        where T : class => Unsafe.As<T>(Get(index, name: ""));

    public object Get(int index, string name)
    {
        var options = _finished[index] ?? Finish(index);
        return options is NamedSections named ? named.Get(name)
            : name.Length == 0 ? options
            : throw new InvalidOperationException(
                $"The section {Loaded.Registry.Sections[index].Path} has no names; {name} is asked for."
            );
    }

    /// <summary>The options of a section that has been asked for; null for any other, and for one of many names.</summary>
    public object? IfFinished(int index) =>
        Volatile.Read(ref _finished[index]) is { } options and not NamedSections ? options : null;

    public IReadOnlyCollection<string> Names(int index) =>
        (_finished[index] ?? Finish(index)) is NamedSections named ? named.Names : [""];

    /// <summary>Applies what the service registered for its options, and asks its validators.</summary>
    public void FinishAll(BindContext context)
    {
        lock (_lock)
        {
            for (var i = 0; i < _finished.Length; i++)
            {
                if (_finished[i] is null)
                {
                    Keep(i, Finish(i, context));
                }
            }
        }
    }

    /// <summary>Finishes the options of a section once: those who configure them change them in place.</summary>
    private object Finish(int index)
    {
        lock (_lock)
        {
            if (_finished[index] is { } already)
            {
                return already;
            }

            var context = new BindContext();
            var options = Finish(index, context);
            context.ThrowIfWrong();
            Keep(index, options);
            return options;
        }
    }

    private void Keep(int index, object options) => Volatile.Write(ref _finished[index], options);

    private object Finish(int index, BindContext context)
    {
        var section = Loaded.Registry.Sections[index];
        var bound = Loaded.Bound[index]!;
        if (bound is not NamedSections named)
        {
            return section.Finish(bound, name: "", _services, context);
        }

        var finished = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, options) in named.ByName)
        {
            finished.Add(name, section.Finish(options, name, _services, context));
        }

        return new NamedSections(section.Path, finished);
    }
}
