using Common.Config.Internal;

namespace Common.Config;

/// <summary>Gives the options of a section as they are now, at the price of reading a field.</summary>
/// <remarks>Registered for every declared section. A reload replaces the options of all sections at one instant. Thread-safe.</remarks>
/// <typeparam name="T">The class of options.</typeparam>
public sealed class Live<T>
    where T : class
{
    private readonly ConfigStore _store;
    private readonly int _index;

    internal Live(ConfigStore store, int index)
    {
        _store = store;
        _index = index;
    }

    /// <summary>The options as they are now. Read it once for each piece of work and keep the result while the work lasts.</summary>
    /// <value>One immutable picture of the section.</value>
    /// <exception cref="ConfigException">The configuration is wrong; only before the service has started.</exception>
    public T Current => _store.Current.Get<T>(_index);
}
