using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Common.Config.Binding;

namespace Common.Config;

/// <summary>Gives the model of a class of options. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConfigModel
{
    /// <summary>Gives the model of a class.</summary>
    /// <typeparam name="T">The class of options.</typeparam>
    /// <returns>One object for each class.</returns>
    public static ConfigSection Of<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
            T
    >()
        where T : class, IConfigSection<T> => T.Model;
}
