using System.Text.Encodings.Web;
using System.Text.Json;

namespace Common.Config.Internal.Commands;

/// <summary>Writes values of options as JSON.</summary>
internal static class JsonLiteral
{
    public static string Of(CatalogueType type, string value) =>
        type.Name switch
        {
            "bool" => value.ToLowerInvariant(),
            _ when IsNumber(type) => value,
            _ => Quote(value),
        };

    public static string Quote(string value) =>
        "\"" + JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";

    public static bool IsNumber(CatalogueType type) =>
        type.Name
            is "byte"
                or "sbyte"
                or "short"
                or "ushort"
                or "int"
                or "uint"
                or "long"
                or "ulong"
                or "float"
                or "double"
                or "decimal";
}
