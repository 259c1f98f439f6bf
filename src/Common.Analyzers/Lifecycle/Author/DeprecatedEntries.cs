namespace Common.Analyzers.Lifecycle.Author;

/// <summary>What a changelog names under its headings <c>Deprecated</c>.</summary>
/// <param name="all">All names.</param>
/// <param name="coming">Those that stand under no version that a release has.</param>
internal sealed class DeprecatedEntries(HashSet<string> all, HashSet<string> coming)
{
    /// <summary>What is missing for a name, to stand before "in CHANGELOG.md"; <see langword="null"/> if nothing is.</summary>
    /// <param name="name">The name of what is deprecated.</param>
    /// <param name="isNew">Whether no release shipped it deprecated: then the coming one must announce it, not one that is out.</param>
    public string? WhyNot(string name, bool isNew) =>
        !all.Contains(name) ? "in CHANGELOG.md"
        : isNew && !coming.Contains(name) ? "of what is not released yet in CHANGELOG.md"
        : null;
}
