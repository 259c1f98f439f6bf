using System.CommandLine;
using System.Globalization;
using Common.Tool.Incubator.Source;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary><c>common incubator info</c>: says all about one module.</summary>
internal static class InfoCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("module") { Description = "The module." };
        return new ToolCommand(
            "info",
            "Says what a module is for, who answers for it, what it needs and which files it has.",
            "common incubator info web"
        )
        {
            name,
            IncubatorOptions.Source(),
        }.Runs((parse, console) => Run(parse, console, parse.GetValue(name)!));
    }

    private static ExitCode Run(ParseResult parse, ToolConsole console, string name)
    {
        var source = IncubatorOptions.OpenSource(parse);
        var module = source.Get(name);
        var manifest = module.Manifest;
        console.Line($"{manifest.Name} {source.Version}", Tone.Strong);
        Field(console, "purpose", manifest.Purpose);
        Field(console, "owner", manifest.Owner);
        Field(console, "since", manifest.Since);
        Field(console, "exit", manifest.Exit.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field(console, "modules", string.Join(", ", manifest.Modules));
        Field(console, "packages", string.Join(", ", manifest.Packages));
        Field(console, "frameworks", string.Join(", ", manifest.Frameworks));
        if (manifest.Graduated is { } graduated)
        {
            Field(console, "graduated", $"in {graduated.Release}, to {graduated.Package}");
        }

        foreach (var file in module.Files)
        {
            var kind = file.Kind == FileKind.Test ? "test" : "source";
            console.Line($"  {console.Paint(kind.PadRight(6), Tone.Faint)} {file.Path}");
        }

        console.Document(writer =>
        {
            writer.WritePropertyName("module");
            ManifestJson.Write(writer, manifest);
            writer.WriteStartArray("files");
            foreach (var file in module.Files)
            {
                writer.WriteStartObject();
                writer.WriteString("path", file.Path);
                writer.WriteString("kind", file.Kind == FileKind.Test ? "test" : "source");
                writer.WriteString("sha256", file.Hash);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        return ExitCode.Success;
    }

    private static void Field(ToolConsole console, string name, string value)
    {
        if (value.Length > 0)
        {
            console.Line($"  {console.Paint(name.PadRight(10), Tone.Faint)} {value}");
        }
    }
}
