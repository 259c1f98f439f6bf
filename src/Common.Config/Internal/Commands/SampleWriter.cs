using System.Text;
using Common.Config.Catalogue;

namespace Common.Config.Internal.Commands;

/// <summary>Writes an appsettings.json with every option, its help and its default as comments.</summary>
internal sealed class SampleWriter(ConfigCatalogue catalogue, bool isMinimal)
{
    private readonly List<(int Depth, string Text, bool IsMember, bool IsOpen)> _lines = [];

    public static string Write(ConfigCatalogue catalogue, bool isMinimal)
    {
        var writer = new SampleWriter(catalogue, isMinimal);
        writer.Open(0, "{");
        writer.Tree(ConfigTree.Of(catalogue), 1);
        writer.Close(0, "}");
        return writer.Join();
    }

    private void Tree(ConfigTree tree, int depth)
    {
        if (tree.Section is { } section)
        {
            Options(section, depth);
        }

        foreach (var (name, child) in tree.Children)
        {
            if (isMinimal && !HasRequired(child))
            {
                continue;
            }

            if (child.Section is { Help.Length: > 0 } inner)
            {
                Comment(depth, inner.Help);
            }

            // What is named is the operator's choice; the sample shows the form of one in comments.
            if (name == "*")
            {
                Comment(depth, "Any names may stand here, each with these options:");
                Comment(depth, "\"name\": {");
                foreach (var option in child.Section?.Options ?? [])
                {
                    Comment(depth + 1, $"\"{option.Name}\": {Describe(option)}");
                }

                Comment(depth, "}");
                continue;
            }

            Open(depth, $"{JsonLiteral.Quote(name)}: {{");
            Tree(child, depth + 1);
            Close(depth, "}");
        }
    }

    private bool HasRequired(ConfigTree tree) =>
        (tree.Section is { IsNamed: false } section && HasRequired(section))
        || tree.Children.Any(child => child.Key != "*" && HasRequired(child.Value));

    private bool HasRequired(CatalogueSection section) =>
        section.Options.Any(option =>
            option.IsRequired
            || (
                !option.IsNullable
                && option.Type.Name == "section"
                && catalogue.Find(option.Type.Class) is { } inner
                && HasRequired(inner)
            )
        );

    private void Options(CatalogueSection section, int depth)
    {
        foreach (var option in section.Options.OrderBy(o => o.IsAdvanced))
        {
            var inner = option.Type.Name == "section" ? catalogue.Find(option.Type.Class) : null;
            var isNeeded =
                option.IsRequired
                || (!option.IsNullable && inner is not null && HasRequired(inner));
            if (isMinimal && !isNeeded)
            {
                continue;
            }

            if (option.Help.Length > 0)
            {
                Comment(depth, option.Help);
            }

            if (inner is not null && !option.IsNullable)
            {
                Open(depth, $"{JsonLiteral.Quote(option.Name)}: {{");
                Options(inner, depth + 1);
                Close(depth, "}");
                continue;
            }

            Comment(depth, Describe(option));
            Member(option, depth);
        }
    }

    private static string Describe(CatalogueOption option)
    {
        var parts = new List<string> { OptionText.Type(option.Type) };
        parts.AddRange(OptionText.Rules(option));
        if (option.IsRequired)
        {
            parts.Add("required");
        }
        else if (OptionText.Default(option) is { Length: > 0 } value)
        {
            parts.Add("default " + value);
        }

        if (option.IsReloadable)
        {
            parts.Add("reloadable");
        }

        if (option.Deprecation is { } deprecation)
        {
            parts.Add(deprecation);
        }

        return string.Join("; ", parts);
    }

    private void Member(CatalogueOption option, int depth)
    {
        var name = JsonLiteral.Quote(option.Name);
        var value =
            option.DefaultList is { Count: 0 } && option.Type.Name == "dictionary" ? "{}"
            : option.DefaultList is { } list
                ? $"[{string.Join(", ", list.Select(item => JsonLiteral.Of(option.Type.Element!, item)))}]"
            : option.Default is { } text ? JsonLiteral.Of(option.Type, text)
            : option.IsRequired ? Placeholder.For(option)
            : null;
        if (value is null)
        {
            Comment(depth, $"{name}: …");
        }
        else
        {
            _lines.Add((depth, $"{name}: {value}", true, false));
        }
    }

    private void Comment(int depth, string text) =>
        _lines.Add((depth, "// " + text.ReplaceLineEndings(" "), false, false));

    private void Open(int depth, string text) => _lines.Add((depth, text, false, true));

    private void Close(int depth, string text) => _lines.Add((depth, text, true, false));

    /// <summary>Puts a comma after every member that another member of its object follows.</summary>
    private string Join()
    {
        var text = new StringBuilder();
        for (var i = 0; i < _lines.Count; i++)
        {
            var (depth, line, isMember, _) = _lines[i];
            text.Append(' ', depth * 2).Append(line);
            if (isMember && NextIsMember(i))
            {
                text.Append(',');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private bool NextIsMember(int index)
    {
        var depth = _lines[index].Depth;
        for (var i = index + 1; i < _lines.Count && _lines[i].Depth >= depth; i++)
        {
            if (_lines[i].Depth == depth && (_lines[i].IsMember || _lines[i].IsOpen))
            {
                return true;
            }
        }

        return false;
    }
}
