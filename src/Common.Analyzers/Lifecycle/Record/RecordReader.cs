using System.Collections.Immutable;
using System.Globalization;
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
        var releases =
            new List<(Release Version, string Folder, IReadOnlyList<RecordItem> Items)>();
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
                    (
                        release,
                        Path.GetFileName(folder),
                        ReadLines(file, errors, RecordFile.Read, cancellationToken)
                    )
                );
            }
        }

        // A patch has the items of its minor release; what it ships is what counts last.
        return new ReleaseRecord(
            releases
                .GroupBy(r => r.Version)
                .Select(g => (g.Key, g.OrderBy(r => r.Folder, PatchOrder).Last().Items)),
            exceptions
        );
    }

    // `1.2.9` before `1.2.10`, and `1.2.0-rc.1` before `1.2.0`; files come in the order of their texts.
    private static readonly IComparer<string> PatchOrder = Comparer<string>.Create(
        static (a, b) =>
        {
            var (one, other) = (a.Split(['-'], 2), b.Split(['-'], 2));
            return Compare(one[0], other[0]) is not 0 and var byNumber ? byNumber
                : one.Length != other.Length ? other.Length - one.Length
                : one.Length == 1 ? 0
                : Compare(one[1], other[1]);
        }
    );

    private static int Compare(string a, string b)
    {
        var (one, other) = (a.Split('.'), b.Split('.'));
        for (var i = 0; i < Math.Min(one.Length, other.Length); i++)
        {
            var order =
                Number(one[i]) is { } x && Number(other[i]) is { } y
                    ? x.CompareTo(y)
                    : string.CompareOrdinal(one[i], other[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return one.Length - other.Length;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

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
