using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Baseline;

/// <summary>What a project had when the rules came: how many findings of each rule each file may keep.</summary>
/// <remarks>
/// <c>CMN4001⇥src/Clock.cs⇥3</c>, a line a rule and file, sorted; paths are relative to the file and have slashes. A line that is
/// not of this form allows nothing, so that a mistake in the file is heard.
/// </remarks>
internal sealed class BaselineFile
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "common.baseline.txt";

    private readonly Dictionary<(string Rule, string Path), int> _allowed = [];
    private readonly string _folder;

    private BaselineFile(string folder) => _folder = Normal(folder);

    /// <summary>Reads the file, if the project has it.</summary>
    public static BaselineFile? Read(
        IEnumerable<AdditionalText> files,
        CancellationToken cancellationToken
    )
    {
        var file = files.FirstOrDefault(f => Path.GetFileName(f.Path) == FileName);
        if (file?.GetText(cancellationToken) is not { } text)
        {
            return null;
        }

        var result = new BaselineFile(Path.GetDirectoryName(file.Path) ?? "");
        foreach (var line in text.Lines)
        {
            if (
                line.ToString().Split('\t') is [var rule, var path, var count]
                && int.TryParse(
                    count,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
            )
            {
                result._allowed[(rule, path)] = number;
            }
        }

        return result;
    }

    /// <summary>How many findings of a rule a file may keep.</summary>
    public int Allowed(string rule, string path)
    {
        var normal = Normal(path);
        return
            normal.StartsWith(_folder + "/", StringComparison.Ordinal)
            && _allowed.TryGetValue((rule, normal.Substring(_folder.Length + 1)), out var count)
            ? count
            : 0;
    }

    private static string Normal(string path) => path.Replace('\\', '/').TrimEnd('/');
}
