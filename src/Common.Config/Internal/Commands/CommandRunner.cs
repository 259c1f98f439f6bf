using Common.Config.Catalogue;
using Common.Config.Internal.Sources;
using Microsoft.Extensions.Configuration;

namespace Common.Config.Internal.Commands;

/// <summary>Takes a command line apart and runs the command.</summary>
internal sealed class CommandRunner(
    ConfigCatalogue catalogue,
    ConfigRegistry? registry,
    IConfiguration? configuration,
    TextWriter output,
    TextWriter error
)
{
    private const string Help = """
        common config sample [--minimal]      an appsettings.json with every option; --minimal for the required ones
        common config schema                  the JSON Schema of appsettings.json
        common config docs                    a reference of all options, in Markdown
        common config check FILE... [--json]  what would stop the service from starting with these files
                          [--partial]         does not ask for what other sources may give
        common config explain [KEY] [--json]  what each option is, where that came from, and what it overrode
        common config migrate FILE            replaces the deprecated keys of a file
                          [--oldest-running V] only those whose successors release V knows
        """;

    /// <summary>Takes a question that only the service can answer once it is built, but not started; null where none will be built.</summary>
    public Action<Func<IServiceProvider, int>>? WhenBuilt { get; init; }

    public int Run(string[] arguments)
    {
        var flags = arguments
            .Where(a => a.StartsWith("--", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        var operands = arguments.Where(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
        try
        {
            return operands switch
            {
                ["sample"] when Only(flags, "--minimal") => Write(
                    SampleWriter.Write(catalogue, flags.Count > 0)
                ),
                ["schema"] when flags.Count == 0 => Write(SchemaWriter.Write(catalogue)),
                ["docs"] when flags.Count == 0 => Write(DocsWriter.Write(catalogue)),
                ["check", _, ..] when Only(flags, "--json", "--partial") => Check(
                    operands[1..],
                    flags
                ),
                ["explain"] or ["explain", _] when Only(flags, "--json") => Explain(
                    operands.ElementAtOrDefault(1),
                    flags.Count > 0
                ),
                ["migrate", var file] when flags.Count == 0 => Migrate(file, null),
                ["migrate", var file, var version] when flags.SetEquals(["--oldest-running"]) =>
                    Migrate(file, version),
                _ => Complain(Help),
            };
        }
        catch (Exception e)
            when (e
                    is ConfigException
                        or IOException
                        or UnauthorizedAccessException
                        or FormatException
            )
        {
            return Complain(e.Message);
        }
    }

    private static bool Only(HashSet<string> flags, params string[] known) =>
        flags.IsSubsetOf(known);

    private int Write(string text)
    {
        output.Write(text);
        return ConfigCommands.Success;
    }

    private int Complain(string text)
    {
        error.WriteLine(text);
        return ConfigCommands.Usage;
    }

    private int Check(List<string> files, HashSet<string> flags)
    {
        var isPartial = flags.Contains("--partial");
        var isJson = flags.Contains("--json");
        var report = new CheckCommand(catalogue, registry, configuration).Run(files, isPartial);
        if (
            WhenBuilt is null
            || isPartial
            || report.Errors.Count > 0
            || registry is null
            || configuration is not IConfigurationBuilder builder
        )
        {
            return report.Write(output, isJson);
        }

        // The service is built on these files, and asked what its start would ask.
        SourceReplacement.TakeFiles(builder, files, registry);
        WhenBuilt(services =>
            (report with { Errors = StartProblems.Find(services), NotChecked = [] }).Write(
                output,
                isJson
            )
        );
        return ConfigCommands.Success;
    }

    private int Explain(string? key, bool isJson)
    {
        if (registry is null || configuration is null)
        {
            return Complain(
                "What a service's options are, only the service itself can say: run its own executable with `common config explain`."
            );
        }

        var values = Explanation.All(
            Explanation.Of(registry.Plan, ConfigLayers.Of(configuration)),
            catalogue,
            key
        );
        ExplainWriter.Write(values, key, isJson, output);
        return ConfigCommands.Success;
    }

    private int Migrate(string file, string? oldest)
    {
        var text = EncodedText.Of(File.ReadAllBytes(file));
        var result = Migrator.Migrate(text.Text, catalogue, oldest);
        if (result.Text != text.Text)
        {
            File.WriteAllBytes(file, text.With(result.Text));
        }

        foreach (var change in result.Changes)
        {
            output.WriteLine(change);
        }

        if (result.Changes.Count == 0)
        {
            output.WriteLine("Nothing to migrate.");
        }

        return ConfigCommands.Success;
    }
}
