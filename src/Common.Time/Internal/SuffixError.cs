using System.Globalization;
using System.Runtime.InteropServices;

namespace Common.Time.Internal;

/// <summary>Why a text is not RFC 9557.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SuffixError(int Position, Rfc3339Fault Fault, string? Rule)
{
    public FormatException ToException(ReadOnlySpan<char> text) =>
        Rule is null
            ? Rfc3339Errors.Make("a date-time", text, Position, Fault)
            : new FormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"This is not a date-time of RFC 9557: the suffix at position {Position} {Rule}."
                )
            );
}
