using System.Text.RegularExpressions;
using Common.Tool.Incubator.Source;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Graduating;

/// <summary>Writes into a module's manifest that it has graduated, and leaves the rest of its text as it is.</summary>
internal static partial class GraduatedManifest
{
    /// <summary>Writes it.</summary>
    /// <param name="text">The manifest of an incubating module.</param>
    /// <param name="file">How messages name the file.</param>
    /// <param name="release">The release in which it becomes a package.</param>
    /// <param name="package">The package, whose name is the namespace, too.</param>
    public static string Write(string text, string file, string release, string package)
    {
        var close = text.LastIndexOf('}');
        var head = Stage().Replace(text[..close], "${key}\"graduated\"", 1).TrimEnd();
        var comma = head[^1] is ',' ? "" : ",";
        var result =
            $"{head}{comma}\n  \"graduated\": {{ \"release\": \"{release}\", \"package\": \"{package}\", \"namespace\": \"{package}\" }}\n{text[close..]}";
        return
            ModuleManifest.Parse(result, file).Graduated is { } graduated
            && graduated.Package == package
            ? result
            : throw new ToolException(
                ExitCode.Usage,
                $"{file} could not be edited. Write \"stage\": \"graduated\" and the field 'graduated' by hand."
            );
    }

    [GeneratedRegex(
        "(?<key>\"stage\"\\s*:\\s*)\"incubating\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Stage();
}
