using System.Runtime.InteropServices;
using Common.Context.Internal;

namespace Common.Context;

/// <summary>One value of <see cref="Baggage"/>.</summary>
/// <param name="Key">A token of RFC 9110.</param>
/// <param name="Value">Any text; it is percent-encoded on the wire.</param>
/// <param name="Properties">The properties as they are written, without the first <c>;</c>; <see langword="null"/> if there are none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BaggageEntry(string Key, string Value, string? Properties = null)
{
    /// <summary>Gives the entry as it is written.</summary>
    /// <returns>Such as <c>key=value;property</c>.</returns>
    public override string ToString() =>
        Properties is null
            ? $"{Key}={BaggageText.Encode(Value)}"
            : $"{Key}={BaggageText.Encode(Value)};{Properties}";
}
