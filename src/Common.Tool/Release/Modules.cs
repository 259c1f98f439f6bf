using System.Text.Json;
using Common.Analyzers.Lifecycle;
using Common.Analyzers.Lifecycle.Record;
using Common.Tool.Shell;

namespace Common.Tool.Release;

/// <summary>Reads the incubating modules that a package carries: each is an item, deprecated since the release that it graduated in.</summary>
internal static class Modules
{
    /// <summary>All of them.</summary>
    public static IEnumerable<RecordItem> Read(PackageFile package)
    {
        foreach (var text in package.Modules)
        {
            RecordItem item;
            try
            {
                using var document = JsonDocument.Parse(text);
                item = Item(document.RootElement);
            }
            catch (Exception exception)
                when (exception
                        is JsonException
                            or KeyNotFoundException
                            or InvalidOperationException
                )
            {
                throw new ToolException(
                    ExitCode.SourceUnavailable,
                    $"{package.Id}: a module.json can't be read: {exception.Message}",
                    exception
                );
            }

            yield return item;
        }
    }

    /// <summary>What the changelog calls a module.</summary>
    public static string ChangelogName(RecordItem module) => "incubator/" + module.Name;

    private static RecordItem Item(JsonElement module)
    {
        var name = module.GetProperty("name").GetString()!;
        if (!module.TryGetProperty("graduated", out var graduated))
        {
            return new RecordItem(RecordItem.Module, name);
        }

        var since = graduated.GetProperty("release").GetString()!;
        return new RecordItem(
            RecordItem.Module,
            name,
            new Deprecation(
                Analyzers.Lifecycle.Release.TryParse(since)?.ToString() ?? since,
                graduated.GetProperty("package").GetString(),
                null
            )
        );
    }
}
