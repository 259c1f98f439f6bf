namespace Common.Analyzers.Config;

/// <summary>The type of an option: how it is bound, and how the catalogue names it.</summary>
/// <param name="Bound">The type that is bound, in C#.</param>
/// <param name="Expression">The C# expression that gives the runtime's type.</param>
/// <param name="Name">The catalogue's name, such as <c>int</c> or <c>list</c>.</param>
/// <param name="Json">The rest of the catalogue's description, as members of a JSON object with a comma in front; or empty.</param>
internal sealed record ConfigTypeModel(string Bound, string Expression, string Name, string Json)
{
    public string CatalogueJson => $"\"type\":\"{Name}\"{Json}";

    /// <summary>Whether the values, or those that they are made of, must not be shown.</summary>
    public bool IsSecret => CatalogueJson.Contains("\"type\":\"secret\"");
}
