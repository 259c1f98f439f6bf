using System.Diagnostics.CodeAnalysis;

namespace Common.Config.Binding;

/// <summary>Reads a value from its text; never throws.</summary>
internal delegate bool TryParse<T>(string text, [MaybeNullWhen(false)] out T value);
