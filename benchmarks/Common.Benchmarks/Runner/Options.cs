namespace Common.Benchmarks.Runner;

/// <summary>What the command line asks for.</summary>
/// <param name="Filters">Rows whose <c>Area/Title</c> holds one of these are run; all if there are none.</param>
/// <param name="Smoke">Run each row for a few milliseconds, only to see that it still runs.</param>
/// <param name="List">Print the rows instead of running them.</param>
/// <param name="Markdown">Print the page of the documentation instead.</param>
internal sealed record Options(IReadOnlyList<string> Filters, bool Smoke, bool List, bool Markdown)
{
    /// <summary>How to call the program.</summary>
    public const string Usage = """
        Usage: dotnet run -c Release --project benchmarks/Common.Benchmarks -- [filter...] [--list] [--markdown] [--smoke]
          filter      run the rows whose Area/Title contains it, in either case
          --list      print the rows, run nothing
          --markdown  print docs/performance.md as of this run; what is under way is told on standard error
          --smoke     a few milliseconds for each row: says only that all rows still run
        """;

    /// <summary>Reads the command line, or says with <paramref name="error"/> what is wrong with it.</summary>
    public static Options? Parse(IReadOnlyList<string> args, out string? error)
    {
        var unknown = args.FirstOrDefault(a =>
            a.StartsWith('-') && a is not ("--smoke" or "--list" or "--markdown")
        );
        error = unknown is null ? null : $"Unknown option '{unknown}'.";
        return unknown is null
            ? new(
                [.. args.Where(a => !a.StartsWith('-'))],
                args.Contains("--smoke"),
                args.Contains("--list"),
                args.Contains("--markdown")
            )
            : null;
    }

    /// <summary>Says whether the row is asked for.</summary>
    public bool Wants(IRow row) =>
        Filters.Count == 0
        || Filters.Any(f =>
            $"{row.Area}/{row.Title}".Contains(f, StringComparison.OrdinalIgnoreCase)
        );
}
