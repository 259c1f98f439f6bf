namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>A parameter of an event.</summary>
/// <param name="Type">Its type, fully qualified.</param>
/// <param name="Name">Its name, without an escape.</param>
internal sealed record EventParameter(string Type, string Name);
