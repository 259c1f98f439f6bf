using System.Globalization;
using System.Text;
using Common.Benchmarks.Runner;

namespace Common.Time.Tests;

/// <summary>Gives texts that are nearly right: well-formed ones, changed at a few places. One seed gives one sequence.</summary>
/// <remarks>The environment variable COMMON_FUZZ_INPUTS sets how many; the whole run of CI takes ten million.</remarks>
internal sealed class Fuzzer(int seed, string[] corpus)
{
    private const string Odd =
        "\0\t\n -+.:/,;=%@[]{}<>\"\\\u007F\u0080\u00E4\u0131\u0661\u2212\uD800\uDC00\uFF10ZztT09afAFgG";

    private readonly Random _random = new(seed);

    public static int Count { get; } =
        int.TryParse(
            Environment.GetEnvironmentVariable("COMMON_FUZZ_INPUTS"),
            CultureInfo.InvariantCulture,
            out var count
        )
            ? count
            : 200_000;

    /// <summary>Hands every text to the parser as characters and as UTF-8.</summary>
    public void Run(Action<string, byte[]> parse)
    {
        for (var i = 0; i < Count; i++)
        {
            var text = Next();
            try
            {
                parse(text, Encoding.UTF8.GetBytes(text));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(
                    $"Input {i} of seed {seed}: {Convert.ToHexString(Encoding.Unicode.GetBytes(text))}",
                    exception
                );
            }
        }
    }

    /// <summary>Holds that no long text takes more time than its length explains: sixteen times the text, sixteen times the time.</summary>
    /// <remarks>
    /// The time is the thread's own, and the least of several, so that other work of the machine does not count. What takes the square of
    /// the length takes 256 times as long; a fourth of that is the limit.
    /// </remarks>
    public void TakesLinearTime(string name, Action<string> parse)
    {
        foreach (var (small, big) in Long(ShortLength).Zip(Long(ShortLength * Growth)))
        {
            var limit = Noise + (Least(parse, small) * Growth * 4);
            var taken = Least(parse, big);
            Assert.True(
                taken <= limit,
                $"{name} took {taken / 1e6:0.0} ms for {big.Length} characters such as {big[..40]}, and at most {limit / 1e6:0.0} ms are linear."
            );
        }
    }

    private const int ShortLength = 2_000;
    private const int Growth = 16;

    /// <summary>Less than this is never too long: 2 milliseconds.</summary>
    private const double Noise = 2e6;

    private static double Least(Action<string> parse, string text)
    {
        var least = double.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var start = MeasuringClock.Read(TimeSource.ThreadCpu);
            parse(text);
            least = Math.Min(least, MeasuringClock.Read(TimeSource.ThreadCpu) - start);
        }

        return least;
    }

    private IEnumerable<string> Long(int length)
    {
        foreach (var text in corpus)
        {
            yield return string.Concat(
                Enumerable.Repeat(text.Length == 0 ? " " : text, length / Math.Max(1, text.Length))
            );
            yield return text + new string(text.Length == 0 ? '0' : text[^1], length);
            foreach (var odd in " ,;=.0/-[%\t")
            {
                yield return text + new string(odd, length);
            }
        }
    }

    private string Next()
    {
        var text = new StringBuilder(corpus[_random.Next(corpus.Length)]);
        for (var changes = _random.Next(4); changes > 0; changes--)
        {
            var place = _random.Next(text.Length + 1);
            switch (_random.Next(5))
            {
                case 0:
                    text.Insert(place, Odd[_random.Next(Odd.Length)]);
                    break;
                case 1 when place < text.Length:
                    text.Remove(place, 1);
                    break;
                case 2 when place < text.Length:
                    text[place] = Odd[_random.Next(Odd.Length)];
                    break;
                case 3:
                    text.Length = place;
                    break;
                default:
                    text.Append(corpus[_random.Next(corpus.Length)]);
                    break;
            }
        }

        return text.ToString();
    }
}
