using System.CommandLine;
using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Files;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary><c>common incubator census</c>: tells which services have which modules at which version.</summary>
internal static class CensusCommand
{
    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var folders = new Argument<string[]>("dir")
        {
            Description = "The folders to search for lock files.",
            Arity = ArgumentArity.OneOrMore,
        };
        return new ToolCommand(
            "census",
            "Tells from the lock files below some folders which service has which module at which version, edited or not.",
            "common incubator census ~/checkouts",
            "common incubator census services libraries --json"
        )
        {
            folders,
        }.Runs((parse, console) => Run(console, parse.GetValue(folders)!));
    }

    private static ExitCode Run(ToolConsole console, string[] folders)
    {
        var code = ExitCode.Success;
        var rows = new List<CensusRow>();
        foreach (var file in folders.SelectMany(Find).DistinctBy(Path.GetFullPath))
        {
            try
            {
                rows.AddRange(Read(file));
            }
            catch (ToolException exception)
            {
                // One service that is out of order must not hide all others.
                console.Warn($"{Path.GetDirectoryName(file)} is left out: {exception.Message}");
                code = exception.Code;
            }
        }

        foreach (
            var module in rows.GroupBy(row => row.Module)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            console.Line(module.Key, Tone.Strong);
            foreach (var row in module)
            {
                var edited =
                    row.Edited == 0 ? "" : console.Paint($", {row.Edited} edited", Tone.Warning);
                console.Line($"  {row.Version}  {row.Service}{edited}");
            }
        }

        if (rows.Count == 0)
        {
            console.Line($"No {LockFile.FileName} was found.");
        }

        console.Document(writer =>
        {
            writer.WriteStartArray("copies");
            foreach (var row in rows)
            {
                writer.WriteStartObject();
                writer.WriteString("service", row.Service);
                writer.WriteString("module", row.Module);
                writer.WriteString("incubator", row.Incubator);
                writer.WriteString("version", row.Version);
                writer.WriteNumber("edited", row.Edited);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        return code;
    }

    private static IEnumerable<string> Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new ToolException(ExitCode.Usage, $"There is no folder {folder}.");
        }

        return Directory
            .EnumerateFiles(folder, LockFile.FileName, Everywhere)
            .Order(StringComparer.Ordinal);
    }

    private static List<CensusRow> Read(string file)
    {
        var project = new ProjectFolder(Path.GetDirectoryName(file)!);
        var record = LockFile.Parse(TextForm.Read(file, file), file);
        return
        [
            .. record
                .Sorted()
                .Select(module => new CensusRow(
                    Path.GetDirectoryName(file)!,
                    module.Key,
                    module.Value.Incubator,
                    module.Value.Version,
                    module.Value.Files.Count(entry => IsEdited(project, entry.Key, entry.Value))
                )),
        ];
    }

    private static bool IsEdited(ProjectFolder project, string path, LockedFile entry) =>
        project.TryRead(path) is not { } text
        || TextForm.Hash(TextForm.Normalise(text)) != entry.Base;
}
