using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Common.Config.Internal;

/// <summary>The platform's view of the options of one section.</summary>
internal sealed class ConfigMonitor<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T
>(ConfigStore store) : IOptionsMonitor<T>, IOptionsFactory<T>
    where T : class
{
    private readonly int _index = store.IndexOf(typeof(T));

    public T CurrentValue => store.Current.Get<T>(_index);

    public T Get(string? name) => (T)store.Current.Get(_index, name ?? "");

    public T Create(string name) => Get(name);

    public IDisposable OnChange(Action<T, string?> listener) =>
        store.OnChange(
            _index,
            snapshot =>
            {
                foreach (var name in snapshot.Names(_index))
                {
                    listener((T)snapshot.Get(_index, name), name);
                }
            }
        );
}
