using System.Text.Json;

namespace Common.Conventions.Tests.Docs;

/// <summary>The documentation says what is so.</summary>
public sealed class DocsTests
{
    private static readonly JsonDocumentOptions AsInAppSettings = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    // The pages beside tests speak of the tests' own code, which nobody outside can call.
    private static IEnumerable<CodeBlock> Blocks =>
        MarkdownPage
            .All.Where(p => !p.File.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(p => p.Blocks);

    [Fact]
    public void Each_csharp_block_compiles()
    {
        Expect.None(
            Blocks
                .Where(b => b is { Language: "csharp", Mark: "" })
                .Select(b => (Block: b, Errors: DocCompiler.Compile(b)))
                .Where(b => b.Errors.Count > 0)
                .Select(b => $"{b.Block}: {string.Join("\n      ", b.Errors.Take(4))}"),
            """
            A block is compiled alone, with the page's earlier declarations, and as the members of a class; one of these must do.
            What the reader need not see goes into a comment before it that begins with '<!-- given'. A block that is meant
            not to compile begins with '```csharp fails':
            """
        );
    }

    [Fact]
    public void Each_block_that_is_said_to_fail_does()
    {
        Expect.None(
            Blocks
                .Where(b => b is { Language: "csharp", Mark: "fails" })
                .Where(b => DocCompiler.Compile(b).Count == 0)
                .Select(b => b.ToString()),
            "It compiles; take the mark away:"
        );
    }

    [Fact]
    public void Each_block_has_a_language_and_a_known_mark()
    {
        string[] languages =
        [
            "csharp",
            "diff",
            "dockerfile",
            "editorconfig",
            "ini",
            "json",
            "markdown",
            "sh",
            "text",
            "xml",
            "yaml",
        ];
        Expect.None(
            Blocks
                .Where(b =>
                    !languages.Contains(b.Language)
                    || !(b.Mark is "" or "fails" || IsStepOfAGuide(b))
                )
                .Select(b => $"{b}: ```{b.Language} {b.Mark}"),
            $"Use one of {string.Join(", ", languages)}:"
        );
    }

    [Fact]
    public void Each_json_block_is_json()
    {
        Expect.None(
            Blocks
                .Where(b => b.Language == "json")
                .Select(b => (Block: b, Error: JsonError(b.Code)))
                .Where(b => b.Error is not null)
                .Select(b => $"{b.Block}: {b.Error}"),
            "A reader will copy it; mend it, or call it text:"
        );
    }

    [Fact]
    public void Each_link_leads_somewhere()
    {
        var pages = MarkdownPage.All.ToDictionary(p => p.File);
        Expect.None(
            from page in MarkdownPage.All
            from link in page.Links
            where
                !link.Target.Contains("://", StringComparison.Ordinal)
                && !link.Target.StartsWith("mailto:", StringComparison.Ordinal)
            where !Leads(page, link.Target, pages)
            select $"{page}:{link.Line}: {link.Target}",
            "There is no such file or heading:"
        );
    }

    [Fact]
    public void Each_page_has_one_title()
    {
        Expect.None(
            MarkdownPage
                .All.Where(p => p.Headings.Count(h => h.Level == 1) != 1 && IsProse(p))
                .Select(p => p.File),
            "Begin with one '# '-heading:"
        );
    }

    // Lists that a compiler reads have a form of their own.
    private static bool IsProse(MarkdownPage page) =>
        !Path.GetFileName(page.File).StartsWith("AnalyzerReleases.", StringComparison.Ordinal);

    // Guides are followed by a test of their own, which builds and runs them: a file to write, or a service to keep running.
    private static bool IsStepOfAGuide(CodeBlock block) =>
        block.Page.File.StartsWith("docs/start-", StringComparison.Ordinal)
        && (block.Mark == "serves" || block.Mark.Contains('.', StringComparison.Ordinal));

    private static bool Leads(
        MarkdownPage page,
        string target,
        Dictionary<string, MarkdownPage> pages
    )
    {
        var parts = target.Split('#', 2);
        var folder = Path.GetDirectoryName(page.File) ?? "";
        var file =
            parts[0].Length == 0
                ? page.File
                : Path.GetRelativePath(
                        Repository.Root,
                        Path.GetFullPath(Path.Combine(Repository.Root, folder, parts[0]))
                    )
                    .Replace('\\', '/');
        return parts.Length == 1
            ? Path.Exists(Path.Combine(Repository.Root, file))
            : pages.TryGetValue(file, out var other) && other.Anchors.Contains(parts[1]);
    }

    private static string? JsonError(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, AsInAppSettings);
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }
}
