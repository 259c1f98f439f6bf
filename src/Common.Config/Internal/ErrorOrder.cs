using System.Globalization;

namespace Common.Config.Internal;

/// <summary>Puts errors into the order in which a reader meets them: by file and line; what is missing comes last.</summary>
internal static class ErrorOrder
{
    public static IReadOnlyList<ConfigError> Sort(IReadOnlyList<ConfigError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        return
        [
            .. errors
                .Distinct()
                .Select(error => (Error: error, Place: Place(error.Source)))
                .OrderBy(item => item.Error.Source is null)
                .ThenBy(item => item.Place.Path, StringComparer.Ordinal)
                .ThenBy(item => item.Place.Line)
                .ThenBy(
                    item => item.Error.Source is null ? item.Error.Key : "",
                    StringComparer.Ordinal
                )
                .Select(item => item.Error),
        ];
    }

    private static (string Path, int Line) Place(string? source)
    {
        var colon = source?.LastIndexOf(':') ?? -1;
        return
            colon > 0
            && int.TryParse(
                source.AsSpan(colon + 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var line
            )
            ? (source![..colon], line)
            : (source ?? "", 0);
    }
}
