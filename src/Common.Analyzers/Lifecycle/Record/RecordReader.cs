using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Record;

/// <summary>Reads the record of releases from a project's additional files: <c>releases/&lt;version&gt;/&lt;package&gt;.txt</c>.</summary>
internal static class RecordReader
{
    /// <summary>Reads the record.</summary>
    /// <param name="files">The project's additional files.</param>
    /// <param name="errors">Takes what can't be read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static ReleaseRecord Read(
        ImmutableArray<AdditionalText> files,
        ICollection<(Location Location, string Rule)> errors,
        CancellationToken cancellationToken
    )
    {
        var releases = new List<(Release, IReadOnlyList<RecordItem>)>();
        IReadOnlyList<RecordException> exceptions = [];
        foreach (var file in files)
        {
            var folder = Path.GetDirectoryName(file.Path) ?? "";
            if (Path.GetFileName(file.Path) == RecordException.FileName)
            {
                exceptions = ReadLines(file, errors, RecordException.Read, cancellationToken);
            }
            else if (
                Path.GetFileName(Path.GetDirectoryName(folder)) == "releases"
                && Release.TryParse(Path.GetFileName(folder)) is { } release
            )
            {
                releases.Add(
                    (release, ReadLines(file, errors, RecordFile.Read, cancellationToken))
                );
            }
        }

        // A patch has the items of its minor release; what it ships is what counts last.
        return new ReleaseRecord(
            releases.GroupBy(r => r.Item1).Select(g => (g.Key, g.Last().Item2)),
            exceptions
        );
    }

    /// <summary>Reads one file.</summary>
    public static IReadOnlyList<T> ReadLines<T>(
        AdditionalText file,
        ICollection<(Location, string)> errors,
        Func<IReadOnlyList<string>, Action<int, string>, IReadOnlyList<T>> read,
        CancellationToken cancellationToken
    )
    {
        if (file.GetText(cancellationToken) is not { } text)
        {
            return [];
        }

        return read(
            [.. text.Lines.Select(l => l.ToString())],
            (line, rule) =>
            {
                var span = line < text.Lines.Count ? text.Lines[line].Span : default;
                errors.Add(
                    (Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span)), rule)
                );
            }
        );
    }
}
