using Common.Context.Internal;

namespace Common.Context.Tests;

/// <summary>Short texts are looked at by vectors, others by the platform: both see what the specification says of each character.</summary>
public sealed class TraceStateRunsTests
{
    private const string SomeOfKeys = "az09_-*/@";
    private const string SomeOfValues = " !+.;<>AZ[]^`{|}~" + SomeOfKeys;

    [Fact]
    public void Every_character_is_of_keys_or_of_values_or_of_neither_at_any_length()
    {
        for (var character = 0; character <= char.MaxValue; character++)
        {
            foreach (var length in (int[])[1, 15, 16, 40, 64, 65])
            {
                var runs = new TraceStateRuns(new string((char)character, length));
                Assert.Equal(IsOfKeys(character) ? length : 0, runs.KeyAt(0));
                Assert.Equal(IsOfValues(character) ? length : 0, runs.ValueAt(0));
            }
        }
    }

    [Fact]
    public void A_run_ends_at_the_first_other_character()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var text = Text(random, random.Next(100));
            var start = random.Next(text.Length + 1);
            var runs = new TraceStateRuns(text);
            Assert.Equal(text[start..].TakeWhile(c => IsOfKeys(c)).Count(), runs.KeyAt(start));
            Assert.Equal(text[start..].TakeWhile(c => IsOfValues(c)).Count(), runs.ValueAt(start));
        }
    }

    private static bool IsOfKeys(int character) =>
        character is >= 'a' and <= 'z' or >= '0' and <= '9' or '_' or '-' or '*' or '/' or '@';

    private static bool IsOfValues(int character) =>
        character is >= ' ' and <= '~' and not (',' or '=');

    /// <summary>A text of long runs, with another character here and there.</summary>
    private static string Text(Random random, int length) =>
        string.Create(
            length,
            random,
            static (text, random) =>
            {
                var characters = random.Next(2) == 0 ? SomeOfKeys : SomeOfValues;
                foreach (ref var character in text)
                {
                    character =
                        random.Next(20) == 0
                            ? (char)random.Next(0x180)
                            : characters[random.Next(characters.Length)];
                }
            }
        );
}
