using System.Buffers.Text;
using System.Text;
using Common.Benchmarks.Runner;
using Common.Time;
using NodaTime;
using NodaTime.Text;

namespace Common.Benchmarks.Time;

/// <summary>An instant from RFC 3339 in UTF-8, with seven decimals as the BCL's 'O' has.</summary>
internal sealed class Rfc3339ParseRow : IRow
{
    private const string Text = "2026-11-21T10:11:12.3456789Z";

    private readonly byte[] _text = Encoding.UTF8.GetBytes(Text);

    public string Area => "Time";

    public string Title => "RFC 3339, parse from UTF-8";

    public IReadOnlyList<Contender> Prepare()
    {
        if (
            !Utf8Parser.TryParse(_text, out DateTime platform, out _, 'O')
            || Rfc3339.Parse(_text) != Instant.FromDateTimeUtc(platform)
            || InstantPattern.ExtendedIso.Parse(Text).Value != Rfc3339.Parse(_text)
        )
        {
            throw new InvalidOperationException("The instants differ.");
        }

        return
        [
            Contender.Baseline(
                "BCL 'O' (Utf8Parser)",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        _text[18] = (byte)('0' + (i & 7));
                        Sink.Keep(
                            Utf8Parser.TryParse(_text, out DateTime time, out _, 'O')
                                ? time
                                : default
                        );
                    }
                }
            ),
            new(
                "Common",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        _text[18] = (byte)('0' + (i & 7));
                        Sink.Keep(Rfc3339.TryParse(_text, out var time) ? time : default);
                    }
                }
            )
            {
                Goals = [Goal.Ratio(1.2), Goal.Bytes(0)],
            },
            new(
                "NodaTime pattern (goal: 5x ours)",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(InstantPattern.ExtendedIso.Parse(Text).Value);
                    }
                }
            ),
        ];
    }
}
