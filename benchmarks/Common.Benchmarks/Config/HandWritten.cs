using System.Text.Json;

namespace Common.Benchmarks.Config;

/// <summary>What a developer would write who needs the options of one file, fast, and nothing else.</summary>
internal static class HandWritten
{
    /// <summary>Reads the hundred options of the section Bench.</summary>
    public static BenchOptions Read(ReadOnlySpan<byte> json)
    {
        var options = new BenchOptions();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        reader.Read();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var part = new BenchPart();
            var name = reader.ValueSpan;
            reader.Read();
            Read(ref reader, part);
            switch (name[1])
            {
                case (byte)'0':
                    options.S0 = part;
                    break;
                case (byte)'1':
                    options.S1 = part;
                    break;
                case (byte)'2':
                    options.S2 = part;
                    break;
                case (byte)'3':
                    options.S3 = part;
                    break;
                case (byte)'4':
                    options.S4 = part;
                    break;
                case (byte)'5':
                    options.S5 = part;
                    break;
                case (byte)'6':
                    options.S6 = part;
                    break;
                case (byte)'7':
                    options.S7 = part;
                    break;
                case (byte)'8':
                    options.S8 = part;
                    break;
                default:
                    options.S9 = part;
                    break;
            }
        }

        return options;
    }

    private static void Read(ref Utf8JsonReader reader, BenchPart part)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("PoolSize"u8))
            {
                reader.Read();
                part.PoolSize = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("Enabled"u8))
            {
                reader.Read();
                part.Enabled = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("Name"u8))
            {
                reader.Read();
                part.Name = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("Ratio"u8))
            {
                reader.Read();
                part.Ratio = reader.GetDouble();
            }
            else if (reader.ValueTextEquals("Limit"u8))
            {
                reader.Read();
                part.Limit = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("Retries"u8))
            {
                reader.Read();
                part.Retries = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("Region"u8))
            {
                reader.Read();
                part.Region = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("Verbose"u8))
            {
                reader.Read();
                part.Verbose = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("Depth"u8))
            {
                reader.Read();
                part.Depth = reader.GetInt32();
            }
            else
            {
                reader.Read();
                part.Mode = reader.GetString()!;
            }
        }
    }
}
