using System.Text;
using System.Text.Json;
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

    [Fact]
    public void A_key_that_is_given_twice_is_an_error()
    {
        var exception = Assert.Throws<ConfigException>(() =>
            JsonFileLayer.Parse("/app/a.json", "{\n\"a\":1,\n\"A\":2}"u8.ToArray())
        );

        Assert.Equal(
            "The configuration is wrong: /app/a.json:3: A is given twice in one file.",
            exception.Message
        );
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

    /// <summary>Writes objects of any shape, with names that differ whatever the case.</summary>
    private sealed class RandomJson(int seed)
    {
        private readonly Random _random = new(seed);

        public string Write()
        {
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                Object(writer, 0);
            }

            return Encoding.UTF8.GetString(stream.ToArray());
        }

        private void Object(Utf8JsonWriter writer, int depth)
        {
            writer.WriteStartObject();
            for (var i = _random.Next(5); i > 0; i--)
            {
                writer.WritePropertyName($"{(char)_random.Next(' ', ':')}{i}");
                Value(writer, depth + 1);
            }

            writer.WriteEndObject();
        }

        private void Value(Utf8JsonWriter writer, int depth)
        {
            switch (_random.Next(depth > 4 ? 5 : 7))
            {
                case 0:
                    writer.WriteNullValue();
                    break;
                case 1:
                    writer.WriteBooleanValue(_random.Next(2) == 0);
                    break;
                case 2:
                    writer.WriteNumberValue(_random.Next());
                    break;
                case 3:
                    writer.WriteNumberValue(_random.NextDouble());
                    break;
                case 4:
                    writer.WriteStringValue($"{(char)_random.Next(' ', 0x2FFF)}x");
                    break;
                case 5:
                    Object(writer, depth);
                    break;
                default:
                    writer.WriteStartArray();
                    for (var i = _random.Next(4); i > 0; i--)
                    {
                        Value(writer, depth + 1);
                    }

                    writer.WriteEndArray();
                    break;
            }
        }
    }
}
