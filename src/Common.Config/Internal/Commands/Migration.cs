namespace Common.Config.Internal.Commands;

/// <summary>A migrated file and what was done to it.</summary>
internal sealed record Migration(string Text, IReadOnlyList<string> Changes);
