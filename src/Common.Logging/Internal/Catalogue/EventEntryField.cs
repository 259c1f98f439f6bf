namespace Common.Logging.Internal.Catalogue;

/// <summary>A field of an event of the catalogue.</summary>
internal sealed record EventEntryField(string Name, string Type);
