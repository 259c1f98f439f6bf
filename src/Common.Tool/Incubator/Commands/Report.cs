using System.Text.Json;
using Common.Tool.Incubator.Source;
using Common.Tool.Incubator.Updating;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary>Says what the commands did, for people and for machines.</summary>
internal static class Report
{
    /// <summary>Says what was changed.</summary>
    public static void Updates(
        ToolConsole console,
        IReadOnlyList<ModuleUpdate> updates,
        IReadOnlyList<string> conflicts,
        bool dryRun
    )
    {
        foreach (var update in updates)
        {
            var head = update.From switch
            {
                null => $"{update.Module} {update.Lock.Version} copied to {update.Lock.Folder}",
                var from when from == update.Lock.Version => $"{update.Module} {from}",
                var from => $"{update.Module} {from} -> {update.Lock.Version}",
            };
            console.Line(
                console.Paint(head, Tone.Strong) + (dryRun ? " (dry run: nothing was changed)" : "")
            );
            foreach (var file in update.Files.Where(file => file.Action != FileAction.Kept))
            {
                var word = Word(file.Action);
                var moved = file.Before is null ? "" : $" (was {file.Before})";
                console.Line(
                    $"  {console.Paint(word.PadRight(9), ToneOf(file.Action))} {file.Path}{moved}"
                );
            }
        }

        if (updates.Count == 0)
        {
            console.Line("Nothing to do: every copy is up to date.", Tone.Good);
        }

        if (conflicts.Count > 0)
        {
            console.Line(
                $"{conflicts.Count} {(conflicts.Count == 1 ? "file has" : "files have")} conflicts. Mend them, then run: common incubator resolve",
                Tone.Bad
            );
        }

        console.Document(writer =>
        {
            writer.WriteBoolean("dryRun", dryRun);
            writer.WriteStartArray("modules");
            foreach (var update in updates)
            {
                Write(writer, update);
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>Says which packages and frameworks new copies need.</summary>
    public static void Needs(ToolConsole console, IEnumerable<IncubatorModule> modules)
    {
        var list = modules.ToList();
        var packages = list.SelectMany(module => module.Manifest.Packages)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var frameworks = list.SelectMany(module => module.Manifest.Frameworks)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (packages.Count > 0)
        {
            console.Line($"The copies need the packages: {string.Join(", ", packages)}");
        }

        if (frameworks.Count > 0)
        {
            console.Line($"The copies need the frameworks: {string.Join(", ", frameworks)}");
        }
    }

    private static void Write(Utf8JsonWriter writer, ModuleUpdate update)
    {
        writer.WriteStartObject();
        writer.WriteString("module", update.Module);
        writer.WriteString("from", update.From);
        writer.WriteString("to", update.Lock.Version);
        writer.WriteStartArray("files");
        foreach (var file in update.Files.Where(file => file.Action != FileAction.Kept))
        {
            writer.WriteStartObject();
            writer.WriteString("path", file.Path);
            writer.WriteString("action", Word(file.Action));
            if (file.Before is not null)
            {
                writer.WriteString("was", file.Before);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Word(FileAction action) =>
        action switch
        {
            FileAction.Updated => "updated",
            FileAction.Merged => "merged",
            FileAction.Added => "added",
            FileAction.Removed => "removed",
            FileAction.Conflict => "conflict",
            _ => "kept",
        };

    private static Tone ToneOf(FileAction action) =>
        action switch
        {
            FileAction.Conflict => Tone.Bad,
            FileAction.Merged => Tone.Warning,
            _ => Tone.Good,
        };
}
