namespace Common.Analyzers.Errors;

/// <summary>One parameter of a declared error: its name in the source, the name of its field, and what becomes of it.</summary>
internal sealed record ErrorParameter(
    string Name,
    string FieldName,
    string JsonType,
    ErrorParameterRole Role
);
