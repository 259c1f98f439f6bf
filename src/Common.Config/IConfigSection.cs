using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Common.Config.Binding;

namespace Common.Config;

/// <summary>A class of options that can be bound without reflection. The generator implements it on every <c>[ConfigSection]</c> class.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface IConfigSection<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
        TSelf
>
    where TSelf : class, IConfigSection<TSelf>
{
    /// <summary>How the class is bound and checked.</summary>
    /// <value>One object for each class; immutable.</value>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SuppressMessage(
        "Design",
        "CA1000",
        Justification = "Only generated code and this package call it."
    )]
    static abstract ConfigSection<TSelf> Model { get; }
}
