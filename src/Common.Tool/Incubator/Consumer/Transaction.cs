using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Common.Tool.Incubator.Files;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Consumer;

/// <summary>Changes many files as one: a run that is killed at any moment leaves the old state or the new.</summary>
/// <remarks>
/// All new contents are written aside first. Then a journal names every change; with the journal's rename the new state
/// holds, and whoever opens the project next finishes what a killed run did not.
/// </remarks>
internal sealed class Transaction
{
    /// <summary>The journal of a run that is not finished.</summary>
    public const string Journal = ".common/journal.json";

    private const string Stage = ".common/stage";

    private readonly ProjectFolder _folder;
    private readonly Action<string>? _beforeWrite;
    private readonly Action<string, string> _rule;
    private readonly SortedDictionary<string, byte[]?> _changes = new(StringComparer.Ordinal);

    /// <summary>Begins a transaction.</summary>
    /// <param name="folder">The project.</param>
    /// <param name="beforeWrite">Is told each step before it is done.</param>
    /// <param name="rule">Checks each path that is to be written; <see cref="ToolPath.Check"/> by default.</param>
    public Transaction(
        ProjectFolder folder,
        Action<string>? beforeWrite = null,
        Action<string, string>? rule = null
    )
    {
        _folder = folder;
        _beforeWrite = beforeWrite;
        _rule = rule ?? ToolPath.Check;
    }

    /// <summary>Whether anything is to be changed.</summary>
    public bool IsEmpty => _changes.Count == 0;

    /// <summary>The paths that are to be changed, and whether each is to be there afterwards.</summary>
    public IEnumerable<(string Path, bool Stays)> Changes =>
        _changes.Select(change => (change.Key, change.Value is not null));

    /// <summary>Writes a file when the transaction is committed.</summary>
    public void Write(string path, byte[] content)
    {
        _rule(path, "The copy");
        _changes[path] = content;
    }

    /// <summary>Writes a text when the transaction is committed, as it is.</summary>
    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Deletes a file when the transaction is committed.</summary>
    public void Delete(string path)
    {
        _rule(path, "The copy");
        _changes[path] = null;
    }

    /// <summary>Makes all changes.</summary>
    public void Commit()
    {
        DropUnchanged();
        if (IsEmpty)
        {
            return;
        }

        foreach (var (path, content) in _changes)
        {
            _folder.RefuseLinks(path);
            if (content is not null)
            {
                _folder.RefuseObstacles(path);
            }
        }

        _folder.RefuseLinks(Stage);
        Directory.CreateDirectory(_folder.Full(Stage));
        var steps = new List<JournalStep>();
        foreach (var (path, content) in _changes)
        {
            var staged = content is null ? null : $"{steps.Count}";
            if (content is not null)
            {
                _beforeWrite?.Invoke($"stage {path}");
                File.WriteAllBytes(_folder.Full($"{Stage}/{staged}"), content);
            }

            steps.Add(
                new JournalStep(
                    path,
                    staged,
                    content is null ? null : Convert.ToHexStringLower(SHA256.HashData(content))
                )
            );
        }

        _beforeWrite?.Invoke("write the journal");
        WriteJournal(steps);
        Apply(_folder, steps, _beforeWrite, isStageKnown: true);
    }

    /// <summary>Finishes or undoes what a killed run left behind.</summary>
    /// <param name="folder">The project.</param>
    /// <param name="rule">Checks each path that the journal names; <see cref="ToolPath.Check"/> by default.</param>
    /// <returns>Whether there was a finished journal, whose changes now hold.</returns>
    public static bool Recover(ProjectFolder folder, Action<string, string>? rule = null)
    {
        var journal = folder.TryRead(Journal);
        if (journal is not null)
        {
            Apply(
                folder,
                JournalStep.Parse(journal, Journal, rule ?? ToolPath.Check),
                beforeWrite: null,
                isStageKnown: false
            );
            return true;
        }

        if (Directory.Exists(folder.Full(Stage)))
        {
            folder.RefuseLinks(Stage);
            Directory.Delete(folder.Full(Stage), recursive: true);
        }

        return false;
    }

    private static void Apply(
        ProjectFolder folder,
        IReadOnlyList<JournalStep> steps,
        Action<string>? beforeWrite,
        bool isStageKnown
    )
    {
        foreach (var step in steps)
        {
            folder.RefuseLinks(step.Path);
            beforeWrite?.Invoke($"apply {step.Path}");
            if (step.Staged is null)
            {
                Delete(folder, step.Path);
                continue;
            }

            var staged = folder.Full($"{Stage}/{step.Staged}");
            if (!File.Exists(staged))
            {
                continue; // a killed run has moved it already
            }

            if (!isStageKnown && HashOf(staged) != step.Hash)
            {
                throw new ToolException(
                    ExitCode.Refused,
                    $"{Stage}/{step.Staged} is damaged, so the interrupted run can't be finished. Restore the project from version control and delete {Journal}."
                );
            }

            Directory.CreateDirectory(Path.GetDirectoryName(folder.Full(step.Path))!);
            File.Move(staged, folder.Full(step.Path), overwrite: true);
        }

        beforeWrite?.Invoke("drop the journal");
        File.Delete(folder.Full(Journal));
        beforeWrite?.Invoke("drop the stage");
        Directory.Delete(folder.Full(Stage), recursive: true);
    }

    private static string HashOf(string file) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private static void Delete(ProjectFolder folder, string path)
    {
        File.Delete(folder.Full(path));
        var parent = Path.GetDirectoryName(path);
        while (
            !string.IsNullOrEmpty(parent)
            && Directory.Exists(folder.Full(parent))
            && !Directory.EnumerateFileSystemEntries(folder.Full(parent)).Any()
        )
        {
            Directory.Delete(folder.Full(parent));
            parent = Path.GetDirectoryName(parent);
        }
    }

    private void DropUnchanged()
    {
        foreach (var (path, content) in _changes.ToList())
        {
            var full = _folder.Full(path);
            var same = content is null
                ? !File.Exists(full)
                : File.Exists(full) && File.ReadAllBytes(full).AsSpan().SequenceEqual(content);
            if (same)
            {
                _changes.Remove(path);
            }
        }
    }

    private void WriteJournal(List<JournalStep> steps)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            JournalStep.Write(writer, steps);
        }

        var temporary = _folder.Full($"{Stage}/journal");
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            file.Write(buffer.ToArray());
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, _folder.Full(Journal), overwrite: true);
    }
}
