using System.Text;
using System.Text.Json;

namespace Common.Config.Tests;

/// <summary>Writes objects of any shape, with names that differ whatever the case.</summary>
internal sealed class RandomJson(int seed)
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
