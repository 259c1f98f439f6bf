using System.CommandLine;

namespace Common.Tool.Shell;

/// <summary>The options that every command takes.</summary>
internal static class GlobalOptions
{
    /// <summary>Answer with a JSON document.</summary>
    public const string Json = "--json";

    /// <summary>Write no colours.</summary>
    public const string NoColor = "--no-color";

    /// <summary>Makes the options, for the root command.</summary>
    public static IEnumerable<Option> Create() =>
        [
            new Option<bool>(Json)
            {
                Description = "Answer with one JSON document on standard output.",
                Recursive = true,
            },
            new Option<bool>(NoColor)
            {
                Description = "Write no colours. The variable NO_COLOR does the same.",
                Recursive = true,
            },
        ];
}
