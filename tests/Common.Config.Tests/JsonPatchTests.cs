using System.Text;
using Common.Config.Internal.Sources;
using FsCheck;
using FsCheck.Fluent;

namespace Common.Config.Tests;

/// <summary>A file that is read again is read by its difference where it can be; that must give what reading all of it gives.</summary>
public sealed class JsonPatchTests
{
    private static readonly string[] Pieces =
    [
        "1",
        "\"",
        ",",
        "{",
        "}",
        "[",
        "]",
        ":",
        "null",
        "/*",
        "*/",
        "//",
        "\n",
        "\\",
        "\"a\": 1, ",
        " ",
        "true",
        "é",
    ];

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"a":1,"b":3}""", 1, "3")]
    [InlineData("""{"a":1,"b":2}""", """{"a":12,"b":2}""", 0, "12")]
    [InlineData("""{"a":12,"b":2}""", """{"a":1,"b":2}""", 0, "1")]
    [InlineData("""{"a":"x","b":2}""", """{"a":"longer","b":2}""", 0, "longer")]
    [InlineData("""{"a":"x"}""", """{"a":null}""", 0, null)]
    [InlineData("""{"a":["x",{"b":true}]}""", """{"a":["x",{"b":false}]}""", 1, "False")]
    public void One_changed_value_is_found(string before, string after, int index, string? value)
    {
        Assert.True(Find(before, after, out var found, out var text));

        Assert.Equal((index, value), (found, text));
    }

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"a":1,"b":2,"c":3}""")] // a key more
    [InlineData("""{"a":1,"b":2}""", """{"a":1,"c":2}""")] // another name
    [InlineData("""{"a":1,"b":2}""", """{"a":3,"b":4}""")] // two values
    [InlineData("""{"a":1}""", """{"a":{}}""")]
    [InlineData("""{"a":[]}""", """{"a":[1]}""")] // the element has a key of its own
    [InlineData("""{"a":{}}""", """{"a":{"b":1}}""")]
    [InlineData("{\"a\":1\n,\"b\":2}", "{\"a\":1//\n,\"b\":2}")]
    [InlineData("{\"a\":1,\"b\":2}", "{\"a\":1/*,\"b\":2*/}")]
    [InlineData("""{"a":"x","b":"y"}""", """{"a":"x\","b":"y"}""")]
    public void Anything_else_is_left_to_a_whole_reading(string before, string after) =>
        Assert.False(Find(before, after, out _, out _));

    [Fact]
    public void Any_edit_gives_what_a_whole_reading_gives() =>
        Prop.ForAll<int>(seed =>
            {
                var random = new Random(seed);
                var text = new RandomJson(seed).Write();
                var layer = JsonFileLayer.Parse("a.json", Encoding.UTF8.GetBytes(text));
                for (var i = 0; i < 30; i++)
                {
                    var start = random.Next(text.Length);
                    var end = random.Next(start, Math.Min(text.Length, start + 4) + 1);
                    var edited =
                        text[..start]
                        + (random.Next(3) == 0 ? "" : Pieces[random.Next(Pieces.Length)])
                        + text[end..];
                    AssertSame(Encoding.UTF8.GetBytes(edited), layer);
                }
            })
            .QuickCheckThrowOnFailure();

    private static void AssertSame(byte[] content, JsonFileLayer before)
    {
        var whole = Read(content, null);
        var again = Read(content, before);
        Assert.Equal(whole.Entries, again.Entries);
        Assert.Equal(whole.Error, again.Error);
    }

    private static (KeyValuePair<string, string?>[]? Entries, string? Error) Read(
        byte[] content,
        JsonFileLayer? before
    )
    {
        try
        {
            return (JsonFileLayer.Parse("a.json", content, before).Entries, null);
        }
        catch (ConfigException e)
        {
            return (null, e.Message);
        }
    }

    private static bool Find(string before, string after, out int index, out string? value)
    {
        var content = Encoding.UTF8.GetBytes(before);
        using var entries = new JsonEntries([], plan: null, content.Length);
        JsonWalker.Walk(content, entries);
        return JsonPatch.TryFind(
            content,
            Encoding.UTF8.GetBytes(after),
            entries.Spots,
            out index,
            out value
        );
    }
}
