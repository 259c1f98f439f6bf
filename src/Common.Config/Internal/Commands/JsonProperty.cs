namespace Common.Config.Internal.Commands;

/// <summary>A property of a JSON file and its places in the text's UTF-8 bytes.</summary>
/// <param name="Path">The whole key.</param>
/// <param name="Parent">The key of the object that it stands in; empty for the root.</param>
/// <param name="NameStart">Where the quoted name begins.</param>
/// <param name="NameEnd">Where it ends.</param>
/// <param name="ValueStart">Where the value begins.</param>
/// <param name="ValueEnd">Where it ends.</param>
internal sealed record JsonProperty(
    string Path,
    string Parent,
    int NameStart,
    int NameEnd,
    int ValueStart,
    int ValueEnd
);
