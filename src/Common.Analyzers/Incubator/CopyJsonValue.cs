using System.Collections.Immutable;

namespace Common.Analyzers.Incubator;

/// <summary>A value of a JSON text: an object, an array or a text; all else counts as an empty text.</summary>
internal sealed class CopyJsonValue
{
    /// <summary>Makes an object.</summary>
    public CopyJsonValue(ImmutableArray<CopyJsonField> fields)
    {
        IsObject = true;
        Fields = fields;
    }

    /// <summary>Makes an array.</summary>
    public CopyJsonValue(ImmutableArray<CopyJsonValue> items)
    {
        Items = items;
    }

    /// <summary>Makes a text.</summary>
    public CopyJsonValue(string text)
    {
        Text = text;
    }

    /// <summary>Whether it is an object.</summary>
    public bool IsObject { get; }

    /// <summary>The fields of an object; empty for anything else.</summary>
    public ImmutableArray<CopyJsonField> Fields { get; } = [];

    /// <summary>The items of an array; empty for anything else.</summary>
    public ImmutableArray<CopyJsonValue> Items { get; } = [];

    /// <summary>The text; empty for anything else.</summary>
    public string Text { get; } = "";

    /// <summary>Gives a field, or <see langword="null"/>.</summary>
    public CopyJsonValue? Find(string name) =>
        Fields.FirstOrDefault(field => field.Name == name)?.Value;

    /// <summary>Gives the text of a field; empty if it has none.</summary>
    public string TextOf(string name) => Find(name)?.Text ?? "";
}
