using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Common.Config.Internal;

/// <summary>The options as they were when the scope first asked; the same throughout the scope.</summary>
internal sealed class ScopedOptions<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T
>(ConfigStore store) : IOptionsSnapshot<T>
    where T : class
{
    private readonly int _index = store.IndexOf(typeof(T));
    private ConfigSnapshot? _snapshot;

    public T Value => Snapshot.Get<T>(_index);

    private ConfigSnapshot Snapshot => _snapshot ??= store.Current;

    public T Get(string? name) => (T)Snapshot.Get(_index, name ?? "");
}
