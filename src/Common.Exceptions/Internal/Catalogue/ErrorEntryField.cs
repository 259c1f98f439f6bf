namespace Common.Exceptions.Internal.Catalogue;

/// <summary>A public field of an error of the catalogue.</summary>
internal sealed record ErrorEntryField(string Name, string Type);
