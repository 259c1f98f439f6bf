using Common.Config.Catalogue;

namespace Common.Config.Internal.Commands;

/// <summary>The catalogue's options at their places in a file: sections within sections, in ordinal order.</summary>
internal sealed class ConfigTree
{
    public SortedDictionary<string, ConfigTree> Children { get; } =
        new(StringComparer.OrdinalIgnoreCase);

    public CatalogueSection? Section { get; private set; }

    public static ConfigTree Of(ConfigCatalogue catalogue)
    {
        var root = new ConfigTree();
        foreach (var section in catalogue.Sections)
        {
            root.At(section.Path).Section = section;
        }

        return root;
    }

    private ConfigTree At(string path)
    {
        var tree = this;
        foreach (var name in path.Split(':'))
        {
            if (!tree.Children.TryGetValue(name, out var child))
            {
                tree.Children.Add(name, child = new ConfigTree());
            }

            tree = child;
        }

        return tree;
    }
}
