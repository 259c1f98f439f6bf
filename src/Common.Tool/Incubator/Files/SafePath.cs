using Common.Tool.Shell;

namespace Common.Tool.Incubator.Files;

/// <summary>Says which relative paths the tool reads and writes, on every platform alike.</summary>
/// <remarks>
/// Only what can mean one thing everywhere is allowed: segments of ASCII letters, digits and <c>._-</c>. That leaves out
/// drives, streams, short names, other spellings of one Unicode name, hidden files and names that are trimmed.
/// </remarks>
internal static class SafePath
{
    /// <summary>The longest path, in characters.</summary>
    public const int MaxLength = 180;

    private static readonly HashSet<string> Devices = new(
        [
            "CON",
            "PRN",
            "AUX",
            "NUL",
            "CONIN",
            "CONOUT",
            .. Enumerable.Range(0, 10).Select(n => $"COM{n}"),
            .. Enumerable.Range(0, 10).Select(n => $"LPT{n}"),
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Checks a relative path with <c>/</c> between its segments.</summary>
    /// <param name="path">The path.</param>
    /// <param name="where">Who names the path, for the message.</param>
    /// <exception cref="ToolException">The path is not allowed.</exception>
    public static void Check(string path, string where)
    {
        if (Fault(path) is { } fault)
        {
            throw new ToolException(
                ExitCode.Refused,
                $"{where} names {Show(path)}, which is refused: {fault}."
            );
        }
    }

    /// <summary>Checks the path of a C# source file.</summary>
    /// <inheritdoc cref="Check"/>
    public static void CheckSource(string path, string where)
    {
        Check(path, where);
        if (!path.EndsWith(".cs", StringComparison.Ordinal))
        {
            throw new ToolException(
                ExitCode.Refused,
                $"{where} names {Show(path)}, which is refused: only .cs files are copied."
            );
        }
    }

    /// <summary>Checks that no two paths are one file, or one folder, where case does not count.</summary>
    /// <inheritdoc cref="Check"/>
    public static void CheckTwins(IEnumerable<string> paths, string where)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var files = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            if (!files.Add(path))
            {
                throw Twin(path, files.TryGetValue(path, out var other) ? other : path, where);
            }

            for (var end = path.IndexOf('/', StringComparison.Ordinal); ; )
            {
                var part = end < 0 ? path : path[..end];
                if (!seen.TryAdd(part, part) && seen[part] != part)
                {
                    throw Twin(part, seen[part], where);
                }

                if (end < 0)
                {
                    break;
                }

                end = path.IndexOf('/', end + 1);
            }
        }

        if (files.FirstOrDefault(file => files.Any(other => IsUnder(other, file))) is { } both)
        {
            throw Twin(both, both + "/", where);
        }
    }

    private static bool IsUnder(string path, string folder) =>
        path.Length > folder.Length
        && path[folder.Length] == '/'
        && path.StartsWith(folder, StringComparison.OrdinalIgnoreCase);

    private static ToolException Twin(string path, string other, string where) =>
        new(
            ExitCode.Refused,
            $"{where} names both {other} and {path}, which are one on many file systems."
        );

    private static string? Fault(string path)
    {
        if (path.Length is 0 or > MaxLength)
        {
            return $"a path has 1 to {MaxLength} characters, this has {path.Length}";
        }

        foreach (var segment in path.Split('/'))
        {
            if (segment.Length == 0)
            {
                return "it is absolute or has an empty segment";
            }

            if (segment[0] == '.')
            {
                return "a segment begins with a dot";
            }

            if (segment[^1] == '.')
            {
                return "a segment ends in a dot";
            }

            if (!segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            {
                return "only ASCII letters, digits and ._- are allowed in a segment";
            }

            if (Devices.Contains(segment.Split('.')[0]))
            {
                return "a segment is the name of a device";
            }
        }

        return null;
    }

    private static string Show(string path) =>
        path.Length <= MaxLength && path.All(c => c is >= ' ' and <= '~')
            ? $"'{path}'"
            : $"a path of {path.Length} characters";
}
