using System.Globalization;
using System.Text;
using System.Text.Json;
using Common.Tool.Shell;

namespace Common.Tool.Deprecations.Waivers;

/// <summary>Reads the file of waivers: who may still use what, why, and until when.</summary>
/// <remarks>
/// <c>{ "schema": 1, "waivers": [ { "use": …, "files": …, "owner": …, "reason": …, "expires": "2027-03-31" } ] }</c>; comments and trailing
/// commas are allowed; <c>files</c> may be missing, everything else may not.
/// </remarks>
internal static class WaiverFile
{
    /// <summary>The name of the file in the folder of the report.</summary>
    public const string Name = "deprecations.waivers.json";

    private const int Schema = 1;
    private static readonly string[] Required = ["use", "owner", "reason", "expires"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="ToolException">It can't be read, or is not right: all that is wrong with it, each with its line.</exception>
    public static IReadOnlyList<Waiver> Read(string path)
    {
        byte[] text;
        try
        {
            text = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{path}: it cannot be read: {exception.Message}",
                exception
            );
        }

        var errors = new List<string>();
        var waivers = Parse(path, text, errors);
        return errors.Count == 0
            ? waivers
            : throw new ToolException(ExitCode.Usage, string.Join('\n', errors));
    }

    private static List<Waiver> Parse(string path, byte[] text, List<string> errors)
    {
        var waivers = new List<Waiver>();
        var reader = new Utf8JsonReader(
            text.AsSpan(text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0),
            new JsonReaderOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            }
        );
        try
        {
            var schema = 0;
            Expect(ref reader, JsonTokenType.StartObject);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("schema"))
                {
                    Expect(ref reader, JsonTokenType.Number);
                    schema = reader.TryGetInt32(out var number) ? number : 0;
                }
                else if (reader.ValueTextEquals("waivers"))
                {
                    ReadAll(ref reader, path, text, waivers, errors);
                }
                else
                {
                    errors.Add(
                        $"{path}({LineOf(text, reader.TokenStartIndex)}): '{reader.GetString()}' is not known; write 'schema' and 'waivers'"
                    );
                    reader.Skip();
                }
            }

            if (schema != Schema)
            {
                errors.Add(
                    $"{path}(1): 'schema' must be {Schema}, which is all that this version reads"
                );
            }
        }
        catch (JsonException exception)
        {
            errors.Add($"{path}({(exception.LineNumber ?? 0) + 1}): {exception.Message}");
        }

        return waivers;
    }

    private static void ReadAll(
        ref Utf8JsonReader reader,
        string path,
        byte[] text,
        List<Waiver> waivers,
        List<string> errors
    )
    {
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var line = LineOf(text, reader.TokenStartIndex);
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("a waiver is an object", null, line - 1, null);
            }

            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                if (
                    reader.TokenType != JsonTokenType.String
                    || !(name == "files" || Required.Contains(name))
                )
                {
                    errors.Add(
                        $"{path}({LineOf(text, reader.TokenStartIndex)}): '{name}' is not one of use, files, owner, reason and expires, each a string"
                    );
                    reader.Skip();
                }
                else
                {
                    values[name] = reader.GetString()!;
                }
            }

            if (Make(values, path, line, errors) is { } waiver)
            {
                waivers.Add(waiver);
            }
        }
    }

    private static Waiver? Make(
        Dictionary<string, string> values,
        string path,
        int line,
        List<string> errors
    )
    {
        var missing = Required
            .Where(r => string.IsNullOrWhiteSpace(values.GetValueOrDefault(r)))
            .ToList();
        if (missing.Count > 0)
        {
            errors.Add($"{path}({line}): the waiver has no {string.Join(", no ", missing)}");
            return null;
        }

        if (
            !DateOnly.TryParseExact(
                values["expires"],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var expires
            )
        )
        {
            errors.Add(
                $"{path}({line}): 'expires' is \"{values["expires"]}\"; write a day such as 2027-03-31"
            );
            return null;
        }

        return new Waiver(
            values["use"],
            values.GetValueOrDefault("files"),
            values["owner"],
            values["reason"],
            expires,
            line
        );
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new JsonException($"{type} is expected here, and it is {reader.TokenType}");
        }
    }

    private static int LineOf(byte[] text, long index) =>
        text.AsSpan(0, (int)Math.Min(index, text.Length)).Count((byte)'\n') + 1;
}
