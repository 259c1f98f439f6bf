using System.Diagnostics;
using System.Runtime.InteropServices;
using Common.Context.Internal;

namespace Common.Context;

/// <summary>A <c>traceparent</c> of W3C Trace Context, level 2.</summary>
/// <remarks>The default value, whose IDs are all zero, is none and cannot be read or written. Immutable.</remarks>
/// <param name="TraceId">The trace.</param>
/// <param name="SpanId">The span of the sender, which the specification calls parent-id.</param>
/// <param name="Flags">Recorded (1) and random trace ID (2); the specification has all others zero.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TraceParent(
    ActivityTraceId TraceId,
    ActivitySpanId SpanId,
    ActivityTraceFlags Flags
)
{
    /// <summary>The count of characters of a traceparent.</summary>
    public const int TextLength = 55;

    /// <summary>The flag that says that the trace's ID is random.</summary>
    public const ActivityTraceFlags RandomTraceId = (ActivityTraceFlags)2;

    internal const ActivityTraceFlags KnownFlags = ActivityTraceFlags.Recorded | RandomTraceId;

    /// <summary>Tries to read a traceparent. Never throws.</summary>
    /// <param name="s">A version from 00 to fe, IDs and flags in lower case; spaces and tabs around it are skipped.</param>
    /// <param name="result">What was read, or the default value when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is a traceparent of a known or a later version.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out TraceParent result)
    {
        result = default;
        if (!TraceText.TryReadParts(s, out var parts, out _))
        {
            return false;
        }

        result = new TraceParent(
            ActivityTraceId.CreateFromString(parts[3..35]),
            ActivitySpanId.CreateFromString(parts[36..52]),
            TraceText.KnownFlags(parts)
        );
        return true;
    }

    /// <summary>Tries to write the traceparent in version 00.</summary>
    /// <param name="destination">Where it goes; <see cref="TextLength"/> characters are always enough.</param>
    /// <param name="charsWritten">How many characters were written; 0 when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="false"/> if there is no room, or an ID is all zero.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        if (destination.Length < TextLength || TraceId == default || SpanId == default)
        {
            return false;
        }

        TraceText.Write(destination, TraceNumber.Of(TraceId), SpanNumber.Of(SpanId), Flags);
        charsWritten = TextLength;
        return true;
    }

    /// <summary>Gives the traceparent.</summary>
    /// <returns>55 characters, or <c>-</c> if an ID is all zero.</returns>
    public override string ToString()
    {
        Span<char> text = stackalloc char[TextLength];
        return TryFormat(text, out _) ? text.ToString() : "-";
    }
}
