namespace Common.Analyzers.Logging;

/// <summary>One field of a declared event: a parameter, or the element of a list.</summary>
internal sealed record LogEventField(
    string Parameter,
    string Name,
    string Type,
    FieldShape Shape,
    bool IsNullableStruct,
    bool IsNullable,
    bool IsPlain,
    string CountMember,
    string ListType,
    LogEventField? Element,
    EquatableArray<string> EnumMembers
)
{
    /// <summary>Whether the list is an immutable array, whose default has no elements to count.</summary>
    public bool IsImmutableArray =>
        Type.StartsWith(
            "global::System.Collections.Immutable.ImmutableArray<",
            StringComparison.Ordinal
        );

    /// <summary>The type of the field's JSON value.</summary>
    public string JsonType =>
        Shape switch
        {
            FieldShape.Signed or FieldShape.Unsigned => "integer",
            FieldShape.Single or FieldShape.Double or FieldShape.Decimal => "number",
            FieldShape.Boolean => "boolean",
            FieldShape.List => "array",
            _ => "string",
        };
}
