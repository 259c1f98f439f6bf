using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;

namespace Common.Testing.Internal;

/// <summary>The overrides of a test as the highest source of a configuration.</summary>
/// <remarks>One object however often a configuration builds its sources anew, so that no override is lost.</remarks>
internal sealed class OptionOverrideProvider : ConfigurationProvider
{
    private readonly ConcurrentDictionary<string, string?> _values = new(
        StringComparer.OrdinalIgnoreCase
    );

    public OptionOverrideProvider() => Data = _values;

    public void Change(string key, string? value)
    {
        _values[key] = value;
        OnReload();
    }

    public void Remove(string key)
    {
        if (_values.TryRemove(key, out _))
        {
            OnReload();
        }
    }

    public override void Set(string key, string? value) => Change(key, value);

    public override string ToString() => "override of the test";
}
