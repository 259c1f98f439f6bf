using System.Text.Json;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Files;

/// <summary>Reads the tool's JSON files strictly: every fault is one line that names file, place and rule.</summary>
internal sealed class JsonText
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = 16,
    };

    private readonly string _file;
    private readonly string _place;

    private JsonText(string file, string place, JsonElement element)
    {
        _file = file;
        _place = place;
        Element = element;
    }

    /// <summary>The value.</summary>
    public JsonElement Element { get; }

    /// <summary>Parses a text whose root is an object with <c>"schema": 1</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">How messages name the file.</param>
    public static JsonText Parse(string text, string file)
    {
        try
        {
            using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'), Options);
            var root = new JsonText(file, "", document.RootElement.Clone());
            root.Require(JsonValueKind.Object);
            var schema = root.Field("schema");
            if (
                schema.Element.ValueKind != JsonValueKind.Number
                || !schema.Element.TryGetInt32(out var version)
                || version != 1
            )
            {
                throw schema.Fault(
                    $"is {Show(schema.Element)}; this version of the tool reads schema 1"
                );
            }

            return root;
        }
        catch (JsonException exception)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{file} is not JSON: line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}.",
                exception
            );
        }
    }

    /// <summary>Gives a field that must be there.</summary>
    public JsonText Field(string name) => Find(name) ?? throw Fault($"has no '{name}'");

    /// <summary>Gives a field, or <see langword="null"/>.</summary>
    public JsonText? Find(string name) =>
        Element.TryGetProperty(name, out var value) ? new(_file, Join(name), value) : null;

    /// <summary>Gives the fields of an object, in the file's order.</summary>
    public IEnumerable<(string Name, JsonText Value)> Fields()
    {
        RefuseTwins();
        return Element
            .EnumerateObject()
            .Select(field => (field.Name, new JsonText(_file, Join(field.Name), field.Value)));
    }

    /// <summary>Gives the items of an array.</summary>
    public IEnumerable<JsonText> Items()
    {
        Require(JsonValueKind.Array);
        return Element
            .EnumerateArray()
            .Select((item, index) => new JsonText(_file, $"{_place}[{index}]", item));
    }

    /// <summary>Gives the texts of an array of strings.</summary>
    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text())];

    /// <summary>Gives the text of a string.</summary>
    public string Text()
    {
        Require(JsonValueKind.String);
        return Element.GetString()!;
    }

    /// <summary>Refuses fields that are not among the known ones, since a misspelt one would be ignored in silence.</summary>
    public JsonText Only(params string[] names)
    {
        RefuseTwins();
        foreach (var field in Element.EnumerateObject())
        {
            if (!names.Contains(field.Name, StringComparer.Ordinal))
            {
                throw Fault($"has '{field.Name}'; the fields are {string.Join(", ", names)}");
            }
        }

        return this;
    }

    /// <summary>Makes the exception for a value that breaks a rule.</summary>
    public ToolException Fault(string fault) =>
        new(
            ExitCode.Usage,
            _place.Length == 0 ? $"{_file} {fault}." : $"{_file}: {_place} {fault}."
        );

    private static string Show(JsonElement element)
    {
        var text = element.GetRawText();
        return text.Length <= 40 ? text : $"a value of {text.Length} characters";
    }

    private void Require(JsonValueKind kind)
    {
        if (Element.ValueKind != kind)
        {
            throw Fault($"is {Show(Element)}; it must be {Name(kind)}");
        }
    }

    // What two branches have added alike, a merge without conflict leaves there twice.
    private void RefuseTwins()
    {
        Require(JsonValueKind.Object);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in Element.EnumerateObject())
        {
            if (!names.Add(field.Name))
            {
                throw Fault($"has '{field.Name}' twice; leave one of them");
            }
        }
    }

    private static string Name(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            _ => "a string",
        };

    private string Join(string name) => _place.Length == 0 ? name : $"{_place}.{name}";
}
