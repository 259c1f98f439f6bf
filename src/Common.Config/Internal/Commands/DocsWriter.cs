using System.Text;
using Common.Config.Catalogue;

namespace Common.Config.Internal.Commands;

/// <summary>Writes the reference of all options as Markdown.</summary>
internal sealed class DocsWriter(ConfigCatalogue catalogue)
{
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _around = new(StringComparer.Ordinal);

    public static string Write(ConfigCatalogue catalogue)
    {
        var writer = new DocsWriter(catalogue);
        writer._text.Append("# Configuration\n");
        foreach (var section in catalogue.Sections)
        {
            writer.Section(section, section.Path.Replace(":*", ":NAME", StringComparison.Ordinal));
        }

        return writer._text.ToString();
    }

    private void Section(CatalogueSection section, string path)
    {
        _text.Append("\n## ").Append(path).Append("\n\n");
        if (section.Help.Length > 0)
        {
            _text.Append(Escape(section.Help)).Append("\n\n");
        }

        _text.Append("| key | type | default | takes effect | meaning |\n|---|---|---|---|---|\n");
        foreach (var advanced in new[] { false, true })
        {
            foreach (var option in section.Options.Where(o => o.IsAdvanced == advanced))
            {
                Option(option, path);
            }
        }

        // A class that holds a list of itself is written once; its keys repeat.
        _around.Add(section.Class);
        foreach (var option in section.Options)
        {
            if (
                Inner(option) is var (inner, suffix)
                && inner is not null
                && !_around.Contains(inner.Class)
            )
            {
                Section(inner, $"{path}:{option.Name}{suffix}");
            }
        }

        _around.Remove(section.Class);
    }

    private (CatalogueSection? Section, string Suffix) Inner(CatalogueOption option) =>
        option.Type.Name switch
        {
            "section" => (catalogue.Find(option.Type.Class), ""),
            "list" or "set" => (catalogue.Find(option.Type.Element!.Class), ":0"),
            "dictionary" => (catalogue.Find(option.Type.Element!.Class), ":NAME"),
            _ => (null, ""),
        };

    private void Option(CatalogueOption option, string path)
    {
        var rules = string.Join("; ", OptionText.Rules(option));
        var help = new List<string>();
        if (option.Help.Length > 0)
        {
            help.Add(Escape(option.Help));
        }

        if (option.IsAdvanced)
        {
            help.Add("Advanced.");
        }

        if (option.Deprecation is { } deprecation)
        {
            help.Add(Escape($"It {deprecation}."));
        }

        foreach (var key in option.DeprecatedKeys)
        {
            help.Add($"Older name: `{key.Path}` (since {key.Since}).");
        }

        var value = OptionText.Default(option);
        _text
            .Append("| `")
            .Append(path)
            .Append(':')
            .Append(option.Name)
            .Append("` | ")
            .Append(Escape(OptionText.Type(option.Type)))
            .Append(rules.Length > 0 ? "; " + Escape(rules) : "")
            .Append(" | ")
            .Append(
                option.IsRequired ? "**required**"
                : value.Length > 0 ? Code(value)
                : ""
            )
            .Append(" | ")
            .Append(option.IsReloadable ? "at once" : "at start")
            .Append(" | ")
            .Append(string.Join(" ", help))
            .Append(" |\n");
    }

    /// <summary>Writes a text as code; one that holds the mark of code takes two.</summary>
    private static string Code(string text) =>
        text.Contains('`', StringComparison.Ordinal)
            ? $"`` {Escape(text)} ``"
            : $"`{Escape(text)}`";

    private static string Escape(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal);
}
