using System.ComponentModel;
using Common.Config.Internal.Commands;

namespace Common.Config.Binding;

/// <summary>How the values of one type are written in the configuration. Generated code takes them from <see cref="ConfigTypes"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConfigType
{
    private protected ConfigType(string name) => Name = name;

    /// <summary>The name of the type in catalogues and documents.</summary>
    /// <value>Such as <c>int</c>, <c>duration</c> or <c>list of string</c>.</value>
    public string Name { get; }

    /// <summary>Whether a value must not be shown.</summary>
    internal virtual bool IsSecret => false;

    /// <summary>Whether a value is made of several keys.</summary>
    internal virtual bool IsComposite => false;

    /// <summary>Whether a source that names the value hides what lower sources say of any part of it.</summary>
    internal virtual bool ReplacesWhole => false;

    /// <summary>Whether an object with nothing in it is a value: configuration has no other sign for it than for null.</summary>
    internal virtual bool MayBeEmptyObject => false;

    /// <summary>The section that the value is, where it is one.</summary>
    internal virtual ConfigSection? Section => null;

    /// <summary>The type of a part of the value, or null where it has no such part.</summary>
    internal virtual ConfigType? PartType(string name) => null;

    /// <summary>The type of the part that the rest of a key names; null where there is no such part.</summary>
    /// <param name="key">The whole key.</param>
    /// <param name="end">How much of the key names the value itself.</param>
    internal ConfigType? PartAt(string key, int end)
    {
        var type = this;
        foreach (var name in end == key.Length ? [] : key[(end + 1)..].Split(':'))
        {
            if (type.PartType(name) is not { } part)
            {
                return null;
            }

            type = part;
        }

        return type;
    }

    /// <summary>Makes an option of the type with the rules of a catalogue.</summary>
    internal abstract ConfigOption MakeOption(CatalogueOption option);

    /// <summary>A list of the type.</summary>
    internal abstract ConfigType ListOf();

    /// <summary>A dictionary of the type.</summary>
    /// <param name="key">What its keys must be; null for any text.</param>
    internal abstract ConfigType DictionaryOf(ConfigType? key);

    /// <summary>Says, as the end of a sentence, why a name is no key of the type; null where it is one.</summary>
    internal virtual string? KeyProblem(string name) => null;

    /// <summary>The names of the parts, where they are fixed.</summary>
    internal virtual IEnumerable<string> PartNames => [];
}
