namespace Common.Analyzers.Lifecycle.Record;

/// <summary>The exceptions from the policy that the referenced packages carry; packages that are released together carry the same.</summary>
/// <param name="files">The name of each package's assembly, and what it carries.</param>
internal sealed class CarriedExceptions(
    IEnumerable<(string Package, IReadOnlyList<RecordException> Exceptions)> files
)
{
    private readonly List<(string Package, RecordException Exception)> _all =
    [
        .. files
            .SelectMany(f => f.Exceptions.Select(e => (f.Package, Exception: e)))
            .GroupBy(e => e.Exception)
            .Select(g => (Home(g.Key.Name, g.Select(e => e.Package)), g.Key)),
    ];

    /// <summary>What was removed early since it could not be made safe, and the package that had it.</summary>
    public IEnumerable<(string Package, RecordException Exception)> Removals =>
        _all.Where(e => e.Exception.Kind == RecordException.SecurityRemoval);

    /// <summary>Whether a deprecation was taken back in a release or before.</summary>
    public bool IsRevoked(RecordItem item, Release current) =>
        item.Deprecation is { } deprecation
        && Release.TryParse(deprecation.Since) is { } since
        && _all.Any(e =>
            e.Exception.Kind == RecordException.Revoked
            && (e.Exception.Surface, e.Exception.Name) == item.Key
            && e.Exception.In.IsNotAfter(current)
            && since.IsNotAfter(e.Exception.In)
        );

    // The package whose name the thing's begins with: namespaces are called after packages.
    private static string Home(string name, IEnumerable<string> packages) =>
        packages
            .OrderByDescending(p =>
                name.Split(' ').Any(part => part.StartsWith(p + ".", StringComparison.Ordinal))
            )
            .ThenByDescending(p => p.Length)
            .ThenBy(p => p, StringComparer.Ordinal)
            .First();
}
