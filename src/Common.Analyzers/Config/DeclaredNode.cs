namespace Common.Analyzers.Config;

/// <summary>A place in a configuration file: what is declared there, and what below it.</summary>
/// <param name="place">Another one of the same place, whose children it has; null for none.</param>
internal sealed class DeclaredNode(DeclaredNode? place = null)
{
    public Dictionary<string, DeclaredNode> Children { get; } =
        place?.Children ?? new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The section at this place.</summary>
    public JsonValue? Section { get; set; }

    /// <summary>The option whose older name this is, its present key, and the release that deprecated the name.</summary>
    public (JsonValue Option, string Key, string Since)? Older { get; set; }

    public DeclaredNode At(string path)
    {
        var node = this;
        foreach (var name in path.Split(':'))
        {
            if (!node.Children.TryGetValue(name, out var child))
            {
                node.Children.Add(name, child = new DeclaredNode());
            }

            node = child;
        }

        return node;
    }
}
