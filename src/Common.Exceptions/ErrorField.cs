namespace Common.Exceptions;

/// <summary>A public field of an error: what the public message speaks of, for programs. Goes to the caller. Immutable.</summary>
/// <param name="Name">The name, in snake_case.</param>
/// <param name="Value">The value.</param>
public readonly record struct ErrorField(string Name, ErrorValue Value);
