using System.Buffers.Text;
using System.Text;
using Common.Benchmarks.Runner;
using Common.Time;
using NodaTime;
using NodaTime.Text;

namespace Common.Benchmarks.Time;

/// <summary>An instant as RFC 3339 in UTF-8, with seven decimals as the BCL's 'O' has.</summary>
internal sealed class Rfc3339FormatRow : IRow
{
    private static readonly DateTime Start = new(2026, 11, 21, 10, 11, 12, DateTimeKind.Utc);

    private const int Mask = 1023;

    private readonly byte[] _text = new byte[64];

    public string Area => "Time";

    public string Title => "RFC 3339, format to UTF-8";

    public IReadOnlyList<Contender> Prepare()
    {
        DateTime[] times =
        [
            .. Enumerable.Range(0, Mask + 1).Select(i => Start.AddTicks(i * 7919L)),
        ];
        Instant[] instants = [.. times.Select(Instant.FromDateTimeUtc)];
        Utf8Formatter.TryFormat(times[1], _text, out var written, 'O');
        var platform = Encoding.UTF8.GetString(_text, 0, written);
        Rfc3339.TryFormat(instants[1], _text, out written, 7);
        if (platform != Encoding.UTF8.GetString(_text, 0, written))
        {
            throw new InvalidOperationException($"The texts differ from {platform}.");
        }

        return
        [
            Contender.Baseline(
                "BCL 'O' (Utf8Formatter)",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Utf8Formatter.TryFormat(times[i & Mask], _text, out var n, 'O');
                        Sink.Keep(n);
                    }
                }
            ),
            new(
                "Common",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Rfc3339.TryFormat(instants[i & Mask], _text, out var n, 7);
                        Sink.Keep(n);
                    }
                }
            )
            {
                Goals = [Goal.Ratio(1.1), Goal.Bytes(0)],
            },
            new(
                "NodaTime pattern (goal: 5x ours)",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(InstantPattern.ExtendedIso.Format(instants[i & Mask]));
                    }
                }
            ),
        ];
    }
}
