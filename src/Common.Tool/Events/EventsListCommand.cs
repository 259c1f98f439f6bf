using System.CommandLine;
using Common.Logging.Internal.Catalogue;
using Common.Tool.Shell;

namespace Common.Tool.Events;

/// <summary><c>common events list</c>: prints the catalogue of log events of an assembly or of a folder of them.</summary>
internal static class EventsListCommand
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
            "Lists the log events that compiled assemblies declare.",
            "common events list bin/Release/net10.0",
            "common events list Orders.dll --format markdown"
        )
        {
            Target,
            Format,
        }.Runs(Run);

    private static ExitCode Run(ParseResult parse, ToolConsole console)
    {
        var path = parse.GetRequiredValue(Target);
        var events = EventTable.Sort(EventEntries.Of(path));
        using var text = new StringWriter();
        switch (parse.GetValue(Format))
        {
            case "markdown":
                EventTable.WriteMarkdown(text, events);
                break;
            case "json":
                text.WriteLine(EventTable.Json(events));
                break;
            default:
                EventTable.WriteColumns(text, events);
                break;
        }

        console.Line(text.ToString().TrimEnd());
        console.Document(json => EventTable.WriteJson(json, events));
        return ExitCode.Success;
    }

    private static Option<string> MakeFormat()
    {
        var format = new Option<string>("--format")
        {
            Description = "How the list is written: table, markdown or json.",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", "markdown", "json");
        return format;
    }
}
