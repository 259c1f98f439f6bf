using System.Buffers;
using System.Text;

namespace Common.Context.Internal;

/// <summary>Characters as bytes, as long as they are ASCII.</summary>
internal static class AsciiText
{
    public static bool TryNarrow(ReadOnlySpan<char> text, Span<byte> destination) =>
        Ascii.FromUtf16(text, destination, out _) == OperationStatus.Done;
}
