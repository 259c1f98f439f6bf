using System.Runtime.CompilerServices;
using Common.Config.Internal;

namespace Common.Config;

/// <summary>Gives the options of a section as they are now, at the price of reading a field.</summary>
/// <remarks>Registered for every declared section. A reload replaces the options of all sections at one instant. Thread-safe.</remarks>
/// <typeparam name="T">The class of options.</typeparam>
public sealed class Live<T> : ILive
    where T : class
{
    private readonly ConfigStore _store;
    private readonly int _index;
    private volatile T? _current;

    internal Live(ConfigStore store, int index)
    {
        _store = store;
        _index = index;
    }

    /// <summary>The options as they are now. Read it once for each piece of work and keep the result while the work lasts.</summary>
    /// <value>One immutable picture of the section.</value>
    /// <exception cref="ConfigException">The configuration is wrong; only before the service has started.</exception>
    public T Current => _current ?? Fetch();

    /// <summary>The names of a named section as they are now.</summary>
    /// <value>The one name "" for a section that has no names.</value>
    public IReadOnlyCollection<string> Names => _store.Current.Names(_index);

    /// <summary>Gives the options of one name as they are now.</summary>
    /// <param name="name">The name, whatever the case.</param>
    /// <returns>One immutable picture of the section.</returns>
    /// <exception cref="InvalidOperationException">There is no section with the name.</exception>
    public T Get(string name) => (T)_store.Current.Get(_index, name);

    /// <summary>Calls back whenever a reload has changed the section, after all sections have changed.</summary>
    /// <param name="handler">
    /// Takes the new options. Handlers run one after another in the order in which they were added; one that throws is logged and stops nobody else.
    /// </param>
    /// <returns>Stops the calls when disposed.</returns>
    public IDisposable OnChange(Action<Live<T>> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return _store.OnChange(_index, _ => handler(this));
    }

    void ILive.Show(ConfigSnapshot? snapshot) => _current = (T?)snapshot?.IfFinished(_index);

    /// <summary>Asks the store, where nobody has asked for the section in the present picture yet. Apart, so that the usual way is inlined.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private T Fetch()
    {
        var options = (T)_store.Current.Get(_index, name: "");
        _store.Keep(this);
        return options;
    }
}
