using System.Globalization;
using System.Text;

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

    /// <summary>Texts of a million characters, which a parser worse than linear would never finish.</summary>
    public IEnumerable<string> Long()
    {
        const int Length = 1_000_000;
        foreach (var text in corpus)
        {
            yield return string.Concat(Enumerable.Repeat(text, Length / Math.Max(1, text.Length)));
            yield return text + new string(text.Length == 0 ? '0' : text[^1], Length);
            foreach (var odd in " ,;=.0/-[%\t")
            {
                yield return text + new string(odd, Length);
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
