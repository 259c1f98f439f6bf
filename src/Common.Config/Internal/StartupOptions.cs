using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace Common.Config.Internal;

/// <summary>The options as they were at first use.</summary>
internal sealed class StartupOptions<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T
>(ConfigStore store) : IOptions<T>
    where T : class
{
    private T? _value;

    public T Value => _value ??= store.Current.Get<T>(store.IndexOf(typeof(T)));
}
