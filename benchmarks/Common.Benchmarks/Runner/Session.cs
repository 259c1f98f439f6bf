namespace Common.Benchmarks.Runner;

/// <summary>One run of the program.</summary>
internal static class Session
{
    /// <summary>Runs what the command line asks for.</summary>
    /// <returns>0 if all rows ran, whether or not they reached their goals; 1 if one failed; 2 for a wrong command line.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        if (Options.Parse(args, out var wrong) is not { } options)
            return Refuse(error, wrong + Environment.NewLine + Options.Usage);
        var rows = Rows().Where(options.Wants).ToList();
        if (rows.Count == 0)
            return Refuse(error, "No row matches. --list prints them all.");
        if (options.List)
        {
            rows.ForEach(row => output.WriteLine($"{row.Area}/{row.Title}"));
            return 0;
        }
        return Measure(rows, options, output, error);
    }

    private static int Measure(
        List<IRow> rows,
        Options options,
        TextWriter output,
        TextWriter error
    )
    {
        IReport report =
            options.Smoke ? new SmokeReport(output)
            : options.Markdown ? new PageReport(output, error, TimeProvider.System)
            : new TextReport(output);
        report.Begin();
        var measurer = new RowMeasurer(options.Smoke ? Effort.Smoke : Effort.Full);
        var failed = 0;
        foreach (var row in rows)
        {
            try
            {
                if (options.Smoke)
                    row.Shrink();
                report.Write(row, measurer.Measure(row));
            }
#pragma warning disable CA1031 // One row that fails must not hide the figures of the others.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                failed++;
                error.WriteLine($"{row.Area}/{row.Title} failed: {exception}");
            }
            finally
            {
                (row as IDisposable)?.Dispose();
            }
        }
        report.End(rows.Count - failed, failed);
        return failed == 0 ? 0 : 1;
    }

    private static IEnumerable<IRow> Rows() =>
        typeof(Session)
            .Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsClass: true } && t.IsAssignableTo(typeof(IRow)))
            .Select(t => (IRow)Activator.CreateInstance(t, nonPublic: true)!)
            .OrderBy(r => r.Area, StringComparer.Ordinal)
            .ThenBy(r => r.Title, StringComparer.Ordinal);

    private static int Refuse(TextWriter error, string message)
    {
        error.WriteLine(message);
        return 2;
    }
}
