namespace Common.Analyzers.Errors;

/// <summary>One declared error, with all that its source is written from.</summary>
internal sealed record ErrorModel(
    string Code,
    int Kind,
    string Message,
    string Template,
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Signature,
    string MethodName,
    string Access,
    EquatableArray<ErrorParameter> Parameters,
    ErrorDeprecation? Deprecation
)
{
    public IEnumerable<ErrorParameter> Of(ErrorParameterRole role) =>
        Parameters.Where(parameter => parameter.Role == role);

    public string? First(ErrorParameterRole role) => Of(role).FirstOrDefault()?.Name;
}
