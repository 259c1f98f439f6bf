using System.CommandLine;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary><c>common incubator list</c>: says which modules there are.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() =>
        new ToolCommand(
            "list",
            "Lists the modules of the incubator.",
            "common incubator list",
            "common incubator list --source ../common/incubator --json"
        )
        {
            IncubatorOptions.Source(),
        }.Runs(Run);

    private static ExitCode Run(ParseResult parse, ToolConsole console)
    {
        var source = IncubatorOptions.OpenSource(parse);
        var modules = source.Modules.Select(module => module.Manifest).ToList();
        var width = modules.Select(module => module.Name.Length).DefaultIfEmpty(0).Max();
        console.Line($"{source.Name} {source.Version}", Tone.Faint);
        foreach (var module in modules)
        {
            var gone = module.Graduated is { } to
                ? console.Paint($" (graduated in {to.Release}: use {to.Package})", Tone.Warning)
                : "";
            console.Line(
                $"{console.Paint(module.Name.PadRight(width), Tone.Strong)}  {module.Purpose}{gone}"
            );
        }

        console.Document(writer =>
        {
            writer.WriteString("incubator", source.Name);
            writer.WriteString("version", source.Version);
            writer.WriteStartArray("modules");
            foreach (var module in modules)
            {
                ManifestJson.Write(writer, module);
            }

            writer.WriteEndArray();
        });
        return ExitCode.Success;
    }
}
