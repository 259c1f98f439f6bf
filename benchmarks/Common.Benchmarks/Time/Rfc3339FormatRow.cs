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

    private readonly byte[] _text = new byte[64];

    public string Area => "Time";

    public string Title => "RFC 3339, format to UTF-8";

    public IReadOnlyList<Contender> Prepare()
    {
        var start = Instant.FromDateTimeUtc(Start);
        Utf8Formatter.TryFormat(Start, _text, out var written, 'O');
        var platform = Encoding.UTF8.GetString(_text, 0, written);
        Rfc3339.TryFormat(start, _text, out written, 7);
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
                        Utf8Formatter.TryFormat(Start.AddTicks(i * 7919L), _text, out var n, 'O');
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
                        Rfc3339.TryFormat(start.PlusTicks(i * 7919L), _text, out var n, 7);
                        Sink.Keep(n);
                    }
                }
            )
            {
                Goals = [Goal.Ratio(1.1), Goal.Bytes(0)],
            },
            new(
                "NodaTime pattern",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(InstantPattern.ExtendedIso.Format(start.PlusTicks(i * 7919L)));
                    }
                }
            ),
        ];
    }
}
