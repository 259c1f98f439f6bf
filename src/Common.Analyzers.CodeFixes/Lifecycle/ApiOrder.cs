namespace Common.Analyzers.CodeFixes.Lifecycle;

/// <summary>The order of the lines of a file of the public API: first without regard to case, then with.</summary>
internal sealed class ApiOrder : IComparer<string>
{
    public static readonly ApiOrder Instance = new();

    /// <inheritdoc />
    public int Compare(string x, string y)
    {
        var ignoringCase = StringComparer.OrdinalIgnoreCase.Compare(x, y);
        return ignoringCase != 0 ? ignoringCase : StringComparer.Ordinal.Compare(x, y);
    }
}
