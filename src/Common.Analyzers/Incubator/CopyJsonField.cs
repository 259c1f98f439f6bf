namespace Common.Analyzers.Incubator;

/// <summary>A field of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Start">Where the name begins in the text.</param>
/// <param name="End">Where the name ends.</param>
/// <param name="Value">Its value.</param>
internal sealed record CopyJsonField(string Name, int Start, int End, CopyJsonValue Value);
