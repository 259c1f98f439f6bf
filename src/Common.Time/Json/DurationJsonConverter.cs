using System.Text;
using Common.Time.Internal;
using NodaTime;

namespace Common.Time.Json;

/// <summary>Converts a duration to and from JSON, as a duration of RFC 3339, appendix A.</summary>
public sealed class DurationJsonConverter : TimeJsonConverter<Duration>
{
    private protected override string Name => "duration";

    private protected override Duration Parse(ReadOnlySpan<byte> utf8Text) =>
        DurationText.Parse(Encoding.UTF8.GetString(utf8Text));

    private protected override int Format(Duration value, Span<byte> destination) =>
        Copy(DurationText.Format(value), destination);
}
