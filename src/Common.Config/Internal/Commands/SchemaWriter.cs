using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Common.Config.Binding;
using Common.Config.Catalogue;

namespace Common.Config.Internal.Commands;

/// <summary>Writes the JSON Schema (2020-12) of appsettings.json.</summary>
internal sealed class SchemaWriter : IDisposable
{
    private readonly ConfigCatalogue _catalogue;
    private readonly MemoryStream _stream = new();
    private readonly Utf8JsonWriter _json;
    private readonly HashSet<string> _around = new(StringComparer.Ordinal);
    private readonly List<string> _repeated = [];

    private SchemaWriter(ConfigCatalogue catalogue)
    {
        _catalogue = catalogue;
        _json = new Utf8JsonWriter(
            _stream,
            new JsonWriterOptions
            {
                Indented = true,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
    }

    public static string Write(ConfigCatalogue catalogue)
    {
        using var writer = new SchemaWriter(catalogue);
        writer._json.WriteStartObject();
        writer._json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.Tree(ConfigTree.Of(catalogue), isRoot: true);
        writer.Repeated();
        writer._json.WriteEndObject();
        writer._json.Flush();
        return Encoding.UTF8.GetString(writer._stream.ToArray()) + "\n";
    }

    public void Dispose()
    {
        _json.Dispose();
        _stream.Dispose();
    }

    private void Tree(ConfigTree tree, bool isRoot = false)
    {
        _json.WriteString("type", "object");
        if (tree.Children.TryGetValue("*", out var named))
        {
            _json.WriteStartObject("additionalProperties");
            Tree(named);
            _json.WriteEndObject();
            return;
        }

        if (tree.Section is { Help.Length: > 0 } described)
        {
            _json.WriteString("description", described.Help);
        }

        var options = tree.Section?.Options ?? [];
        _json.WriteStartObject("properties");
        foreach (var option in options)
        {
            Option(option);
        }

        foreach (var (name, child) in tree.Children)
        {
            _json.WriteStartObject(name);
            Tree(child);
            _json.WriteEndObject();
        }

        if (tree.Section is { } section)
        {
            OlderNames(section);
        }

        _json.WriteEndObject();
        Required(
            options
                .Where(IsRequired)
                .Select(option => option.Name)
                .Concat(tree.Children.Where(c => HasRequired(c.Value)).Select(c => c.Key))
        );
        if (!isRoot && tree.Section is not null)
        {
            _json.WriteBoolean("additionalProperties", value: false);
        }
    }

    private bool HasRequired(ConfigTree tree) =>
        tree.Section?.Options.Any(IsRequired) == true
        || tree.Children.Any(child => child.Key != "*" && HasRequired(child.Value));

    private bool IsRequired(CatalogueOption option) =>
        option.Type.Name == "section"
            ? !option.IsNullable
                && _catalogue.Find(option.Type.Class)?.Options.Any(IsRequired) == true
            : option.IsRequired && option.DeprecatedKeys.Count == 0;

    private void Required(IEnumerable<string> names)
    {
        var list = names.ToList();
        if (list.Count == 0)
        {
            return;
        }

        _json.WriteStartArray("required");
        foreach (var name in list)
        {
            _json.WriteStringValue(name);
        }

        _json.WriteEndArray();
    }

    /// <summary>The older names that lie in the same section are allowed there, and said to be deprecated.</summary>
    private void OlderNames(CatalogueSection section)
    {
        foreach (var option in section.Options)
        {
            foreach (var key in option.DeprecatedKeys)
            {
                var colon = key.Path.LastIndexOf(':');
                if (
                    colon > 0
                    && key.Path[..colon].Equals(section.Path, StringComparison.OrdinalIgnoreCase)
                )
                {
                    _json.WriteStartObject(key.Path[(colon + 1)..]);
                    Older(option, key);
                    _json.WriteEndObject();
                }
            }
        }
    }

    private void Older(CatalogueOption option, DeprecatedKey key)
    {
        _json.WriteBoolean("deprecated", value: true);
        _json.WriteString("description", $"Deprecated since {key.Since}; use {option.Name}.");
        SchemaTypes.Write(_json, option.Type, option, Section);
    }

    private void Option(CatalogueOption option)
    {
        _json.WriteStartObject(option.Name);
        if (option.Help.Length > 0)
        {
            _json.WriteString("description", option.Help);
        }

        if (option.Deprecation is not null)
        {
            _json.WriteBoolean("deprecated", value: true);
        }

        if (option.Default is { } value)
        {
            _json.WritePropertyName("default");
            _json.WriteRawValue(JsonLiteral.Of(option.Type, value));
        }

        SchemaTypes.Write(_json, option.Type, option, Section);
        _json.WriteEndObject();
    }

    /// <summary>Writes the classes that hold lists of themselves, which are referred to within.</summary>
    private void Repeated()
    {
        for (var i = 0; i < _repeated.Count; i++)
        {
            if (i == 0)
            {
                _json.WriteStartObject("$defs");
            }

            _json.WriteStartObject(_repeated[i]);
            Section(_repeated[i]);
            _json.WriteEndObject();
        }

        if (_repeated.Count > 0)
        {
            _json.WriteEndObject();
        }
    }

    private void Section(string? name)
    {
        if (_catalogue.Find(name) is not { } section)
        {
            _json.WriteString("type", "object");
            return;
        }

        if (!_around.Add(section.Class))
        {
            _json.WriteString("$ref", "#/$defs/" + Uri.EscapeDataString(section.Class));
            if (!_repeated.Contains(section.Class, StringComparer.Ordinal))
            {
                _repeated.Add(section.Class);
            }

            return;
        }

        _json.WriteString("type", "object");
        _json.WriteStartObject("properties");
        foreach (var option in section.Options)
        {
            Option(option);
        }

        _json.WriteEndObject();
        Required(section.Options.Where(IsRequired).Select(option => option.Name));
        _json.WriteBoolean("additionalProperties", value: false);
        _around.Remove(section.Class);
    }
}
