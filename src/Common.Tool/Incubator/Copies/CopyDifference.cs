namespace Common.Tool.Incubator.Copies;

/// <summary>What one side changed in one file of a copy.</summary>
/// <param name="Module">The module.</param>
/// <param name="Path">The file in the project.</param>
/// <param name="ByUpstream">Whether upstream changed it, and not the service.</param>
/// <param name="Patch">The changes in the unified format.</param>
internal sealed record CopyDifference(string Module, string Path, bool ByUpstream, string Patch);
