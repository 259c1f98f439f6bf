using System.ComponentModel;

namespace Common.Config.Binding;

/// <summary>What must hold for the values of an option. Generated code takes them from <see cref="ConfigRules"/>.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConfigRule<T>
{
    internal ConfigRule(string text, Func<T, bool> holds)
    {
        Text = text;
        Holds = holds;
    }

    /// <summary>The rule as the end of a sentence.</summary>
    /// <value>Such as <c>it must be from 1 to 1024</c>.</value>
    public string Text { get; }

    internal Func<T, bool> Holds { get; }
}
