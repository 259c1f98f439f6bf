namespace Common.Analyzers.Config;

/// <summary>Finds the name that a misspelt one is likely to mean, by the same measure as the service at its start.</summary>
internal static class NearestName
{
    /// <summary>Gives the nearest of some names, or null where none is near: a third of the letters may differ, and at least one.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, name.Length / 3);
        return candidates
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= limit)
            .Select(candidate =>
                (Name: candidate, Distance: Distance(Upper(name), Upper(candidate)))
            )
            .Where(item => item.Distance <= limit)
            .OrderBy(item => item.Distance)
            .Select(item => item.Name)
            .FirstOrDefault();
    }

    private static string Upper(string text) => text.ToUpperInvariant();

    private static int Distance(string a, string b)
    {
        var (beforeLast, last, row) = (
            new int[b.Length + 1],
            new int[b.Length + 1],
            new int[b.Length + 1]
        );
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }
}
