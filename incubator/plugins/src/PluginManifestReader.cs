using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Common.Incubator.Plugins;

/// <summary>Reads and checks <c>plugin.json</c>.</summary>
internal static class PluginManifestReader
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "plugin.json";

    /// <summary>How many bytes the file may have.</summary>
    public const int MaxLength = 65_536;

    private static readonly string[] Known =
    [
        "name",
        "version",
        "contract",
        "contractVersion",
        "assembly",
        "type",
        "hooks",
    ];

    /// <summary>Reads the manifest of a plugin's folder.</summary>
    /// <exception cref="FormatException">It is not as it must be; the message says why.</exception>
    public static PluginManifest Read(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, FileName));
        if (!file.Exists)
        {
            throw new FormatException($"it has no {FileName}");
        }

        if (file.Length > MaxLength)
        {
            throw new FormatException(
                $"{FileName} has {file.Length} bytes; at most {MaxLength} are read"
            );
        }

        try
        {
            var bytes = File.ReadAllBytes(file.FullName).AsMemory();
            using var document = JsonDocument.Parse(
                bytes.Span.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes
            );
            return Check(Parse(document.RootElement), Path.GetFileName(folder));
        }
        catch (JsonException exception)
        {
            throw new FormatException(
                $"{FileName} is not JSON: line {exception.LineNumber + 1}",
                exception
            );
        }
        catch (InvalidOperationException exception)
        {
            // The parser lets texts through that are none, and says so only where they are read.
            throw new FormatException($"{FileName} is not UTF-8 text", exception);
        }
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static PluginManifest Parse(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"{FileName} is not an object");
        }

        var unknown = root.EnumerateObject()
            .Select(field => field.Name)
            .FirstOrDefault(name => !Known.Contains(name, StringComparer.Ordinal));
        if (unknown is not null)
        {
            throw new FormatException(
                $"{FileName} has a field that is not one of {string.Join(", ", Known)}"
            );
        }

        var version = Text(root, "contractVersion");
        return new PluginManifest
        {
            Name = Text(root, "name"),
            Version = Text(root, "version"),
            Contract = Text(root, "contract"),
            ContractVersion =
                Version.TryParse(version, out var parsed) && parsed.Build < 0
                    ? parsed
                    : throw new FormatException(
                        $"{FileName}: contractVersion must be two numbers as 1.0"
                    ),
            Assembly = Text(root, "assembly"),
            Type = Text(root, "type"),
            Hooks = Texts(root, "hooks"),
        };
    }

    private static PluginManifest Check(PluginManifest manifest, string folder)
    {
        if (manifest.Name != folder)
        {
            throw new FormatException($"{FileName}: name must be that of the folder");
        }

        if (
            manifest.Assembly != Path.GetFileName(manifest.Assembly)
            || manifest.Assembly.Contains('\\', StringComparison.Ordinal)
            || !manifest.Assembly.EndsWith(".dll", StringComparison.Ordinal)
        )
        {
            throw new FormatException(
                $"{FileName}: assembly must be the name of a .dll file in the plugin's folder"
            );
        }

        return manifest.Hooks.All(PluginName.IsValid)
            ? manifest
            : throw new FormatException(
                $"{FileName}: hooks must be names of 1 to {PluginName.MaxLength} lower-case letters, digits and dashes"
            );
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 and <= 500 } text
            ? text
            : throw new FormatException(
                $"{FileName}: {name} must be a text of 1 to 500 characters"
            );

    private static List<string> Texts(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var list))
        {
            return [];
        }

        return
            list.ValueKind == JsonValueKind.Array
            && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => item.GetString()!)]
            : throw new FormatException($"{FileName}: {name} must be a list of texts");
    }
}
