namespace Common.Tool.Incubator.Consumer;

/// <summary>One copied file as the lock file has it.</summary>
/// <param name="From">Its path upstream, in the module's folder.</param>
/// <param name="Base">The hash of what was copied: the pristine copy in <c>.common/base</c>.</param>
/// <param name="Upstream">The hash of the file upstream, before its namespaces were rewritten.</param>
/// <param name="Accepted">The hash of the wanted edit, if one was accepted; <c>deleted</c> for a wanted deletion.</param>
/// <param name="Reason">Why it is wanted.</param>
internal sealed record LockedFile(
    string From,
    string Base,
    string Upstream,
    string? Accepted = null,
    string? Reason = null
)
{
    /// <summary>What <see cref="Accepted"/> holds for a deletion.</summary>
    public const string Deleted = "deleted";
}
