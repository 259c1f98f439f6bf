using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Common.Abstractions;
using Common.Logging.Internal.Catalogue;

namespace Common.Logging;

/// <summary>Prints all log events that a service can write, for <c>./orders common events list</c>.</summary>
/// <remarks>It reads what generators embedded in the assemblies, and runs no code of the service.</remarks>
public static class EventCatalogue
{
    private const string Usage =
        "Usage: common events list [--format table|markdown|json]    (--json is --format json)";

    /// <summary>Answers the command.</summary>
    /// <param name="arguments">What follows <c>common events</c>.</param>
    /// <param name="application">The assembly of the service; those that it references are looked at too.</param>
    /// <param name="output">Takes the answer.</param>
    /// <param name="error">Takes what is wrong with the arguments.</param>
    /// <returns>0, or 64 if the arguments are wrong (EX_USAGE).</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static int Run(
        IReadOnlyList<string> arguments,
        Assembly application,
        TextWriter output,
        TextWriter error
    )
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(application);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        var format = arguments switch
        {
            ["list"] or ["list", "--format", "table"] => "table",
            ["list", "--format", "markdown"] => "markdown",
            ["list", "--json"] or ["list", "--format", "json"] => "json",
            _ => null,
        };
        if (format is null)
        {
            error.WriteLine(Usage);
            return 64;
        }

        var events = EventTable.Sort(EventsOf(application));
        switch (format)
        {
            case "markdown":
                EventTable.WriteMarkdown(output, events);
                break;
            case "json":
                output.WriteLine(EventTable.Json(events));
                break;
            default:
                EventTable.WriteColumns(output, events);
                break;
        }

        return 0;
    }

    private static IEnumerable<EventEntry> EventsOf(Assembly application)
    {
        foreach (var assembly in WithReferences(application))
        {
            var name = assembly.GetName().Name ?? string.Empty;
            foreach (var attribute in assembly.GetCustomAttributes<CatalogueEntryAttribute>())
            {
                if (
                    attribute.Surface == "event"
                    && EventEntry.TryRead(attribute.Json, name, out var entry)
                )
                {
                    yield return entry;
                }
            }
        }
    }

    /// <summary>An assembly and all that it leads to and that can declare events.</summary>
    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "What trimming has removed cannot log anything either."
    )]
    private static List<Assembly> WithReferences(Assembly application)
    {
        var found = new List<Assembly>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<Assembly>([application]);
        while (open.TryDequeue(out var assembly))
        {
            if (!seen.Add(assembly.FullName ?? string.Empty))
            {
                continue;
            }

            found.Add(assembly);
            foreach (var reference in assembly.GetReferencedAssemblies())
            {
                if (
                    reference.Name?.StartsWith("System.", StringComparison.Ordinal) == false
                    && !reference.Name.StartsWith("Microsoft.", StringComparison.Ordinal)
                    && Load(reference) is { } loaded
                )
                {
                    open.Enqueue(loaded);
                }
            }
        }

        return found;
    }

    private static Assembly? Load(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception exception)
            when (exception is FileNotFoundException or FileLoadException or BadImageFormatException
            )
        {
            return null; // a reference that is not deployed
        }
    }
}
