using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.PublicApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.CodeFixes.Lifecycle;

/// <summary>Adds lines to a file of the public API and takes lines out, in its order.</summary>
internal static class ApiFileText
{
    /// <summary>Whether the project has the file.</summary>
    public static bool Has(Project project, string file) => Find(project, file) is not null;

    /// <summary>Makes the edits that diagnostics carry.</summary>
    public static async Task<Solution> ApplyAsync(
        Project project,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var solution = project.Solution;
        var edits = diagnostics
            .Select(d => ApiEdit.Read(d.Properties))
            .OfType<(string File, string? Add, string? Remove)>();
        foreach (var edit in edits.GroupBy(e => e.File))
        {
            if (Find(project, edit.Key) is not { } document)
            {
                continue;
            }

            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var changed = Edit(
                text.ToString(),
                edit.Select(e => e.Add).OfType<string>(),
                edit.Select(e => e.Remove).OfType<string>()
            );
            solution = solution.WithAdditionalDocumentText(
                document.Id,
                SourceText.From(changed, text.Encoding, text.ChecksumAlgorithm)
            );
        }

        return solution;
    }

    private static TextDocument? Find(Project project, string file) =>
        project.AdditionalDocuments.FirstOrDefault(d => Path.GetFileName(d.FilePath) == file);

    private static string Edit(string text, IEnumerable<string> add, IEnumerable<string> remove)
    {
        var newLine = text.Contains("\r\n") ? "\r\n" : "\n";
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0).ToList();
        foreach (var line in remove)
        {
            // The last one, since what stands twice has its second line taken out.
            if (lines.LastIndexOf(line) is >= 0 and var i)
            {
                lines.RemoveAt(i);
            }
        }

        var header = lines.FirstOrDefault() == ApiFile.NullableEnable ? lines.Take(1) : [];
        var old = lines.Skip(header.Count()).ToList();
        var added = add.Except(old).Distinct();
        return string.Join(newLine, [.. header, .. Merge(old, added)]) + newLine;
    }

    // A sorted file stays sorted; one in another order is left in it.
    private static IEnumerable<string> Merge(List<string> old, IEnumerable<string> added)
    {
        var isSorted = !old.Zip(old.Skip(1), ApiOrder.Instance.Compare).Any(c => c > 0);
        return isSorted
            ? old.Concat(added).OrderBy(l => l, ApiOrder.Instance)
            : old.Concat(added.OrderBy(l => l, ApiOrder.Instance));
    }
}
