using System.Linq;

namespace Common.Incubator.Plugins;

/// <summary>Says what may name a plugin, a contract or a hook.</summary>
/// <remarks>A name is also that of a folder, so that it can hold nothing that leads elsewhere.</remarks>
public static class PluginName
{
    /// <summary>How many characters a name may have.</summary>
    public const int MaxLength = 40;

    /// <summary>Whether a text is a name: lower-case ASCII letters, digits and dashes, a letter first.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
