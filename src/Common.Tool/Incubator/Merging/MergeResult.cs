namespace Common.Tool.Incubator.Merging;

/// <summary>The outcome of a merge.</summary>
/// <param name="Text">The merged text, normalised.</param>
/// <param name="Conflicts">In how many places both sides changed the same lines in different ways.</param>
internal sealed record MergeResult(string Text, int Conflicts);
