using Common.Tool.Incubator.Files;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Consumer;

/// <summary>A project that holds copies: its intent, its records, and the right to change them.</summary>
internal sealed class Workspace : IDisposable
{
    private const string IgnoreText = "/journal.json\n/lock\n/stage/\n";

    private readonly IDisposable? _lock;

    private Workspace(ProjectFolder folder, IDisposable? projectLock, bool recovered)
    {
        _lock = projectLock;
        Folder = folder;
        Recovered = recovered;
        Base = new BaseStore(folder);
        IntentText = folder.TryRead(Consumer.Intent.FileName);
        Intent = IntentText is null ? null : Consumer.Intent.Parse(IntentText);
        Lock = folder.TryRead(LockFile.FileName) is { } text
            ? LockFile.Parse(text)
            : LockFile.Empty;
        Pending = PendingUpdate.TryRead(folder);
    }

    /// <summary>The project's folder.</summary>
    public ProjectFolder Folder { get; }

    /// <summary>What is wanted, or <see langword="null"/> without <c>common.json</c>.</summary>
    public Intent? Intent { get; }

    /// <summary>The text of <c>common.json</c>.</summary>
    public string? IntentText { get; }

    /// <summary>What was copied.</summary>
    public LockFile Lock { get; }

    /// <summary>The pristine copies.</summary>
    public BaseStore Base { get; }

    /// <summary>The update that waits for conflicts to be resolved, if there is one.</summary>
    public PendingUpdate? Pending { get; }

    /// <summary>Whether opening finished what a killed run had begun.</summary>
    public bool Recovered { get; }

    /// <summary>Opens a project.</summary>
    /// <param name="path">Its folder, or one below it.</param>
    /// <param name="wait">How long to wait for another run.</param>
    /// <param name="create">Whether a folder without <c>common.json</c> is a project too.</param>
    /// <param name="dryRun">Whether nothing may be written, not even what holds others off.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Workspace> OpenAsync(
        string path,
        TimeSpan wait,
        bool create,
        bool dryRun,
        CancellationToken cancellationToken
    )
    {
        if (File.Exists(path))
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{path} is a file. Name the folder that it lies in."
            );
        }

        if (!Directory.Exists(path))
        {
            throw new ToolException(ExitCode.Usage, $"There is no folder {path}.");
        }

        var folder = new ProjectFolder(Find(path) ?? path);
        folder.RefuseLinks(".common");
        if (!folder.Has(Consumer.Intent.FileName) && !create)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"There is no {Consumer.Intent.FileName} in {folder.Path} or above. Begin with: common incubator add"
            );
        }

        if (create && !dryRun)
        {
            Directory.CreateDirectory(folder.Full(".common"));
        }

        IDisposable? held = null;
        var recovered = false;
        if (Directory.Exists(folder.Full(".common")))
        {
            held = await ProjectLock
                .AcquireAsync(folder, wait, TimeProvider.System, cancellationToken)
                .ConfigureAwait(false);
        }

        try
        {
            recovered = Transaction.Recover(folder);
            return new Workspace(folder, held, recovered);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    /// <summary>Adds the records of a new state to a transaction, and drops the pristine copies that it does not need.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="next">The new lock.</param>
    /// <param name="pending">The update that will wait, if one does.</param>
    public void Record(Transaction transaction, LockFile next, PendingUpdate? pending = null)
    {
        transaction.Write(ToolPath.Ignore, IgnoreText);
        if (next.Modules.Count == 0 && Lock.Modules.Count == 0)
        {
            transaction.Delete(LockFile.FileName);
        }
        else
        {
            transaction.Write(LockFile.FileName, next.ToText());
        }

        if (pending is null)
        {
            transaction.Delete(PendingUpdate.FileName);
            transaction.Delete(PendingUpdate.LockName);
        }
        else
        {
            transaction.Write(PendingUpdate.FileName, pending.ToText());
            transaction.Write(PendingUpdate.LockName, pending.Lock.ToText());
        }

        // Where the lock has lost a copy that is asked for, it does not say what that copy needs.
        if (Intent is not null && !Intent.Modules.Keys.All(Lock.Modules.ContainsKey))
        {
            return;
        }

        var needed = Bases(next).ToHashSet(StringComparer.Ordinal);
        if (pending is not null)
        {
            needed.UnionWith(Bases(pending.Lock));
            needed.UnionWith(pending.Before.Values.OfType<string>());
        }

        foreach (var hash in Base.List().Where(hash => !needed.Contains(hash)))
        {
            transaction.Delete(BaseStore.PathOf(hash));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();

    private static IEnumerable<string> Bases(LockFile file) =>
        file.Modules.Values.SelectMany(module => module.Files.Values.Select(entry => entry.Base));

    private static string? Find(string path)
    {
        for (var folder = new DirectoryInfo(Path.GetFullPath(path)); folder is not null; )
        {
            if (File.Exists(Path.Combine(folder.FullName, Consumer.Intent.FileName)))
            {
                return folder.FullName;
            }

            if (Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                return null;
            }

            folder = folder.Parent;
        }

        return null;
    }
}
