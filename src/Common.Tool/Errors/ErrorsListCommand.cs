using System.CommandLine;
using Common.Exceptions.Internal.Catalogue;
using Common.Tool.Events;
using Common.Tool.Shell;

namespace Common.Tool.Errors;

/// <summary><c>common errors list</c>: prints the catalogue of errors of an assembly or of a folder of them.</summary>
internal static class ErrorsListCommand
{
    private static readonly Argument<string> Target = new("path")
    {
        Description = "A compiled assembly, or a folder with a service's assemblies.",
    };

    private static readonly Option<string> Format = MakeFormat();

    /// <summary>Makes the command.</summary>
    public static Command Create() =>
        new ToolCommand(
            "list",
            "Lists the errors that compiled assemblies declare.",
            "common errors list bin/Release/net10.0",
            "common errors list Orders.dll --format openapi"
        )
        {
            Target,
            Format,
        }.Runs(Run);

    private static ExitCode Run(ParseResult parse, ToolConsole console)
    {
        var errors = ErrorTable.Sort(
            AssemblyFiles
                .Of(parse.GetRequiredValue(Target))
                .SelectMany(file =>
                    CatalogueMetadata.Read(file, "error").Select(json => (File: file, Json: json))
                )
                .Select(found =>
                    ErrorEntry.TryRead(
                        found.Json,
                        Path.GetFileNameWithoutExtension(found.File),
                        out var entry
                    )
                        ? entry
                        : throw new ToolException(
                            ExitCode.SourceUnavailable,
                            $"{found.File}: an error of its catalogue cannot be read; it was built with another version of the library."
                        )
                )
        );
        using var text = new StringWriter();
        ErrorTable.Write(text, errors, parse.GetValue(Format)!);
        console.Line(text.ToString().TrimEnd());
        console.Document(json => ErrorTable.WriteJson(json, errors));
        return ExitCode.Success;
    }

    private static Option<string> MakeFormat()
    {
        var format = new Option<string>("--format")
        {
            Description = $"How the list is written: {string.Join(", ", ErrorTable.Formats)}.",
            DefaultValueFactory = _ => ErrorTable.Formats[0],
        };
        format.AcceptOnlyFromAmong(ErrorTable.Formats);
        return format;
    }
}
