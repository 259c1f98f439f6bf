using System.Text.Json;
using Common.Analyzers.Lifecycle;
using Common.Analyzers.Lifecycle.Record;
using Common.Tool.Shell;
using Microsoft.CodeAnalysis;

namespace Common.Tool.Release;

/// <summary>Reads the events, options, errors and headers that an assembly declares.</summary>
internal static class Catalogue
{
    /// <summary>All of them.</summary>
    public static IEnumerable<RecordItem> Read(IAssemblySymbol assembly) =>
        assembly
            .GetAttributes()
            .Where(a => a.AttributeClass?.Name == "CatalogueEntryAttribute")
            .SelectMany(Entry)
            .Concat(Headers(assembly));

    private static IEnumerable<RecordItem> Entry(AttributeData attribute)
    {
        if (
            attribute.ConstructorArguments
            is not [{ Value: string surface }, { Value: string json }]
        )
        {
            return [];
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return Entry(surface, document.RootElement);
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"{attribute.AttributeClass!.Name}(\"{surface}\", …) of an assembly can't be read; a newer generator may have written it: update the tool. {exception.Message}",
                exception
            );
        }
    }

    private static IEnumerable<RecordItem> Entry(string surface, JsonElement entry) =>
        surface switch
        {
            "event" => [.. DeclaredShape.Items(Item(surface, Text(entry, "name"), entry), entry)],
            "error" => [.. DeclaredShape.Items(Item(surface, Text(entry, "code"), entry), entry)],
            "config" => [.. Options(entry)],
            _ => [],
        };

    private static IEnumerable<RecordItem> Options(JsonElement section)
    {
        foreach (var option in section.GetProperty("options").EnumerateArray())
        {
            var key = $"{Text(section, "section")}:{Text(option, "name")}";
            yield return Item("config", key, option);
            if (option.TryGetProperty("deprecatedKeys", out var keys))
            {
                foreach (var old in keys.EnumerateArray())
                {
                    yield return new RecordItem(
                        "config",
                        Text(old, "path"),
                        new Deprecation(Text(old, "since"), key, null)
                    );
                }
            }
        }
    }

    private static IEnumerable<RecordItem> Headers(IAssemblySymbol assembly)
    {
        foreach (
            var field in Surface
                .Types(assembly.GlobalNamespace)
                .SelectMany(t => t.GetMembers().OfType<IFieldSymbol>())
        )
        {
            if (
                field.ConstantValue is string name
                && field.GetAttributes().Any(a => a.AttributeClass?.Name == "WireHeaderAttribute")
            )
            {
                yield return new RecordItem("header", name, Deprecation.Of(field));
            }
        }
    }

    private static RecordItem Item(string surface, string name, JsonElement element)
    {
        if (!element.TryGetProperty("deprecated", out var deprecated))
        {
            return new RecordItem(surface, name);
        }

        return new RecordItem(
            surface,
            name,
            new Deprecation(
                Text(deprecated, "since"),
                Optional(deprecated, "replacement"),
                Optional(deprecated, "reason")
            )
        );
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? "";

    private static string? Optional(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
