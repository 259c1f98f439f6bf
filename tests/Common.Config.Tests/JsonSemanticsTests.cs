using System.Text;
using Common.Config.Internal.Sources;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Configuration;

namespace Common.Config.Tests;

public sealed class JsonSemanticsTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"a":{},"b":[],"c":null,"d":"","e":[[],{}],"f":[null]}""")]
    [InlineData("""{"a":1.50,"b":1e3,"c":true,"d":false,"e":"\u00e9\n","f:g":1}""")]
    [InlineData("{/* x */\"a\":1,//y\n\"b\":[1,2,],}")]
    [InlineData("\uFEFF{\"a\":1}")]
    public void Files_are_read_as_the_platform_reads_them(string json) => AssertSame(json);

    [Fact]
    public void Any_file_is_read_as_the_platform_reads_it() =>
        Prop.ForAll<int>(seed => AssertSame(new RandomJson(seed).Write()))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"a\":1} x")]
    [InlineData("")]
    [InlineData("{\"a\":")]
    public void What_is_no_JSON_object_is_an_error(string json)
    {
        var exception = Assert.Throws<ConfigException>(() =>
            JsonFileLayer.Parse("/app/a.json", Encoding.UTF8.GetBytes(json))
        );

        Assert.Equal(
            "The configuration is wrong: /app/a.json:1: The file is not valid JSON there.",
            exception.Message
        );
    }

    [Theory]
    [InlineData("{\n\"a\":\"\u00e4\"}", ":2", "is no text in UTF-8 or UTF-16 there")]
    [InlineData("{\"a\":1,\n\n\"\u00e4\":1}", ":3", "is no text in UTF-8 or UTF-16 there")]
    [InlineData("{\"a\":\"\\ud800\"}", "", "has half of a character in it, such as \\ud800")]
    [InlineData("{\"\\ud800\":1}", "", "has half of a character in it, such as \\ud800")]
    public void What_is_no_text_is_an_error(string json, string line, string rule)
    {
        var exception = Assert.Throws<ConfigException>(() =>
            JsonFileLayer.Parse("/app/a.json", Encoding.Latin1.GetBytes(json))
        );

        Assert.Equal(
            $"The configuration is wrong: /app/a.json{line}: The file {rule}.",
            exception.Message
        );
    }

    [Theory]
    [InlineData("{\n\"a\":1,\n\"A\":2}", "A", 3)]
    [InlineData("{\n\"a\":{\"b\":1},\n\"c\":2,\n\"a:b\":3}", "a:b", 4)]
    [InlineData("{\"Orders\":{\"Live\":{\n\"Left\":1,\n\"left\":2}}}", "Orders:Live:left", 3)]
    [InlineData(
        "{\"Orders\":{\"Live\":{\n\"Left\":1},\n\"Live\":{\n\"Left\":2}}}",
        "Orders:Live:Left",
        4
    )]
    [InlineData(
        "{\"Orders\":{\"Live\":{\n\"Keys\":{\"a\":\"x\",\n\"A\":\"y\"}}}}",
        "Orders:Live:Keys:A",
        3
    )]
    public void A_key_that_is_given_twice_is_an_error(string json, string key, int line)
    {
        var plan = Internal
            .ConfigRegistry.Of(ConfigModel.Of<ReloadedOptions>(), ConfigModel.Of<ConfigOptions>())
            .Plan;
        foreach (var known in new[] { null, plan })
        {
            var exception = Assert.Throws<ConfigException>(() =>
                JsonFileLayer.Parse("/app/a.json", Encoding.UTF8.GetBytes(json), plan: known)
            );

            Assert.Equal(
                $"The configuration is wrong: /app/a.json:{line}: {key} is given twice in one file.",
                exception.Message
            );
        }
    }

    private static void AssertSame(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        using var stream = new MemoryStream(bytes);
        var platform = new ConfigurationBuilder().AddJsonStream(stream).Build();
        var ours = JsonFileLayer.Parse("a.json", bytes).Data;
        var provider = platform.Providers.Single();
        Assert.All(
            ours,
            pair =>
            {
                Assert.True(provider.TryGet(pair.Key, out var value), pair.Key);
                Assert.Equal(value, pair.Value);
            }
        );
        Assert.Equal(
            platform
                .AsEnumerable()
                .Select(pair => pair.Key)
                .Where(key => provider.TryGet(key, out _))
                .Order(StringComparer.OrdinalIgnoreCase),
            ours.Keys.Order(StringComparer.OrdinalIgnoreCase)
        );
    }
}
