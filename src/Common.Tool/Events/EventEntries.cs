using Common.Logging.Internal.Catalogue;
using Common.Tool.Shell;

namespace Common.Tool.Events;

/// <summary>Reads the events that compiled assemblies declare.</summary>
internal static class EventEntries
{
    /// <summary>The events of an assembly, or of all in a folder.</summary>
    /// <exception cref="ToolException">There is none, or one has a catalogue that cannot be read.</exception>
    public static IEnumerable<EventEntry> Of(string path) =>
        AssemblyFiles
            .Of(path)
            .SelectMany(file =>
                CatalogueMetadata.Read(file, "event").Select(json => (File: file, Json: json))
            )
            .Select(found =>
                EventEntry.TryRead(
                    found.Json,
                    Path.GetFileNameWithoutExtension(found.File),
                    out var entry
                )
                    ? entry
                    : throw new ToolException(
                        ExitCode.SourceUnavailable,
                        $"{found.File}: an event of its catalogue cannot be read; it was built with another version of the library."
                    )
            );
}
