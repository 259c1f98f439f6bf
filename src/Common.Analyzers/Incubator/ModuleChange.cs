using System.Collections.Immutable;

namespace Common.Analyzers.Incubator;

/// <summary>What a release changed in a module.</summary>
/// <param name="Release">The release.</param>
/// <param name="Api">What it changed in what the module offers, one sentence each.</param>
internal sealed record ModuleChange(string Release, ImmutableArray<string> Api);
