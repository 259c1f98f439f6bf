using System.Globalization;
using System.Text.Json;
using Common.Tool.Incubator.Files;

namespace Common.Tool.Incubator.Consumer;

/// <summary>One change of a journal.</summary>
/// <param name="Path">The file that changes.</param>
/// <param name="Staged">The name of its new content in the stage, or <see langword="null"/> if it is deleted.</param>
/// <param name="Hash">The hash of that content's bytes.</param>
internal sealed record JournalStep(string Path, string? Staged, string? Hash)
{
    /// <summary>Writes a journal.</summary>
    public static void Write(Utf8JsonWriter writer, IEnumerable<JournalStep> steps)
    {
        writer.WriteStartObject();
        writer.WriteNumber("schema", 1);
        writer.WriteStartArray("steps");
        foreach (var step in steps)
        {
            writer.WriteStartObject();
            writer.WriteString("path", step.Path);
            if (step.Staged is not null)
            {
                writer.WriteString("staged", step.Staged);
                writer.WriteString("hash", step.Hash);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads a journal. Nothing of it is trusted.</summary>
    public static IReadOnlyList<JournalStep> Parse(
        string text,
        string file,
        Action<string, string> rule
    )
    {
        var steps = new List<JournalStep>();
        foreach (
            var item in JsonText.Parse(text, file).Only("schema", "steps").Field("steps").Items()
        )
        {
            item.Only("path", "staged", "hash");
            var path = item.Field("path").Text();
            rule(path, file);
            var staged = item.Find("staged");
            if (
                staged is not null
                && !int.TryParse(
                    staged.Text(),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out _
                )
            )
            {
                throw staged.Fault("must be a number");
            }

            steps.Add(new JournalStep(path, staged?.Text(), item.Find("hash")?.Text()));
        }

        return steps;
    }
}
