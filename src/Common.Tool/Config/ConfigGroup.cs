using System.CommandLine;
using Common.Config.Catalogue;
using Common.Tool.Shell;

namespace Common.Tool.Config;

/// <summary>The commands that answer for the options of a compiled service. They never run its code.</summary>
internal static class ConfigGroup
{
    /// <summary>Makes the group.</summary>
    public static Command Create() =>
        new("config", "Answers for the options of a compiled service, without running it.")
        {
            Sample(),
            Plain("schema", "Writes the JSON Schema of appsettings.json."),
            Plain("docs", "Writes a reference of all options, in Markdown."),
            Check(),
            Migrate(),
        };

    private static ToolCommand Plain(string name, string description)
    {
        var assembly = Assembly();
        return Runs(
            new ToolCommand(name, description, $"common config {name} bin/Orders.dll") { assembly },
            assembly,
            _ => [name]
        );
    }

    private static ToolCommand Sample()
    {
        var assembly = Assembly();
        var minimal = new Option<bool>("--minimal") { Description = "The required options only." };
        return Runs(
            new ToolCommand(
                "sample",
                "Writes an appsettings.json with every option, its help and its default.",
                "common config sample bin/Orders.dll",
                "common config sample bin/Orders.dll --minimal"
            )
            {
                assembly,
                minimal,
            },
            assembly,
            parse => parse.GetValue(minimal) ? ["sample", "--minimal"] : ["sample"]
        );
    }

    private static ToolCommand Check()
    {
        var assembly = Assembly();
        var files = new Argument<string[]>("files")
        {
            Description = "The files, lowest first.",
            Arity = ArgumentArity.OneOrMore,
        };
        var partial = new Option<bool>("--partial")
        {
            Description = "Do not ask for what other sources may give.",
        };
        return Runs(
            new ToolCommand(
                "check",
                "Says what would stop the service from starting with these files, and what only the service itself can check.",
                "common config check bin/Orders.dll appsettings.json appsettings.Production.json"
            )
            {
                assembly,
                files,
                partial,
            },
            assembly,
            parse =>
                [
                    "check",
                    .. parse.GetValue(files)!,
                    .. parse.GetValue(partial) ? ["--partial"] : Array.Empty<string>(),
                    .. parse.GetValue<bool>(GlobalOptions.Json)
                        ? [GlobalOptions.Json]
                        : Array.Empty<string>(),
                ]
        );
    }

    private static ToolCommand Migrate()
    {
        var assembly = Assembly();
        var file = new Argument<string>("file") { Description = "The file to rewrite." };
        var oldest = new Option<string?>("--oldest-running")
        {
            Description = "Only the keys whose successors this release knows, such as 1.2.",
        };
        return Runs(
            new ToolCommand(
                "migrate",
                "Replaces the deprecated keys of a file, keeping comments, order and formatting.",
                "common config migrate bin/Orders.dll appsettings.json --oldest-running 1.2"
            )
            {
                assembly,
                file,
                oldest,
            },
            assembly,
            parse =>
                parse.GetValue(oldest) is { } version
                    ? ["migrate", parse.GetValue(file)!, "--oldest-running", version]
                    : ["migrate", parse.GetValue(file)!]
        );
    }

    private static Argument<string> Assembly() =>
        new("assembly")
        {
            Description = "The service's compiled assembly; those beside it are read too.",
        };

    private static ToolCommand Runs(
        ToolCommand command,
        Argument<string> assembly,
        Func<ParseResult, string[]> arguments
    )
    {
        command.SetAction(parse =>
            ConfigCommands.Run(
                arguments(parse),
                AssemblyCatalogue.Read(parse.GetValue(assembly)!),
                parse.InvocationConfiguration.Output,
                parse.InvocationConfiguration.Error
            )
        );
        return command;
    }
}
