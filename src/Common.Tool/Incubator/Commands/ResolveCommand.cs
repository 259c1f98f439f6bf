using System.CommandLine;
using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Merging;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary><c>common incubator resolve</c>: ends an update that had conflicts.</summary>
internal static class ResolveCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("file")
        {
            Description =
                "The files that --ours or --theirs settles, as the update names them. The default is all in conflict.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var ours = new Option<bool>("--ours")
        {
            Description = "Settle what is still in dispute for the service's version.",
        };
        var theirs = new Option<bool>("--theirs")
        {
            Description = "Settle what is still in dispute for upstream's version.",
        };
        var abort = new Option<bool>("--abort")
        {
            Description = "Go back to where the service was before the update.",
        };
        return new ToolCommand(
            "resolve",
            "Ends an update that had conflicts, once no file has markers any more.",
            "common incubator resolve",
            "common incubator resolve Incubator/Web/RequestBoundary.cs --theirs",
            "common incubator resolve --abort"
        )
        {
            files,
            ours,
            theirs,
            abort,
            IncubatorOptions.Project(),
            IncubatorOptions.DryRun(),
            IncubatorOptions.Wait(),
        }.Runs(
            async (parse, console, cancellationToken) =>
            {
                if (
                    (parse.GetValue(ours) ? 1 : 0)
                        + (parse.GetValue(theirs) ? 1 : 0)
                        + (parse.GetValue(abort) ? 1 : 0)
                    > 1
                )
                {
                    throw new ToolException(
                        ExitCode.Usage,
                        "Only one of --ours, --theirs and --abort can be chosen."
                    );
                }

                using var workspace = await IncubatorOptions
                    .OpenAsync(parse, create: false, cancellationToken)
                    .ConfigureAwait(false);
                var pending =
                    workspace.Pending
                    ?? throw new ToolException(ExitCode.Usage, "No update waits to be resolved.");
                var dryRun = IncubatorOptions.IsDryRun(parse);
                if (parse.GetValue(abort))
                {
                    return Abort(workspace, pending, console, dryRun);
                }

                var favour =
                    parse.GetValue(ours) ? Favour.Ours
                    : parse.GetValue(theirs) ? Favour.Theirs
                    : Favour.Markers;
                return Resolve(workspace, pending, parse.GetValue(files)!, favour, console, dryRun);
            }
        );
    }

    private static ExitCode Resolve(
        Workspace workspace,
        PendingUpdate pending,
        string[] files,
        Favour favour,
        ToolConsole console,
        bool dryRun
    )
    {
        var stranger = files.FirstOrDefault(file =>
            !pending.Conflicted.Contains(file, StringComparer.Ordinal)
        );
        if (stranger is not null)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"'{stranger}' is not among the files in conflict: {string.Join(", ", pending.Conflicted)}."
            );
        }

        var transaction = new Transaction(workspace.Folder);
        var open = new List<string>();
        foreach (var path in pending.Conflicted)
        {
            if (workspace.Folder.TryRead(path) is not { } raw)
            {
                continue; // deleted: that is an answer, too
            }

            var text = TextForm.Normalise(raw);
            var chosen = files.Length == 0 || files.Contains(path, StringComparer.Ordinal);
            if (favour != Favour.Markers && chosen && ConflictMarkers.AreIn(text))
            {
                text = ConflictMarkers.Settle(text, favour);
                Write(transaction, path, raw, text);
            }

            if (ConflictMarkers.AreIn(text))
            {
                open.Add(path);
            }
        }

        if (open.Count == 0)
        {
            workspace.Record(transaction, pending.Lock);
        }

        if (!dryRun)
        {
            transaction.Commit();
        }

        foreach (var path in open)
        {
            console.Line($"{console.Paint("conflict", Tone.Bad)} {path}");
        }

        console.Line(
            open.Count == 0
                ? "Resolved: the update is complete."
                : $"{open.Count} {(open.Count == 1 ? "file still has" : "files still have")} markers.",
            open.Count == 0 ? Tone.Good : Tone.Bad
        );
        WriteDocument(console, open, aborted: false, dryRun);
        return open.Count == 0 ? ExitCode.Success : ExitCode.Conflicts;
    }

    // An emptied file was one that a side had deleted.
    private static void Write(Transaction transaction, string path, string raw, string text)
    {
        if (text.Length == 0)
        {
            transaction.Delete(path);
        }
        else
        {
            transaction.Write(path, TextStyle.Of(raw).Apply(text));
        }
    }

    private static ExitCode Abort(
        Workspace workspace,
        PendingUpdate pending,
        ToolConsole console,
        bool dryRun
    )
    {
        var transaction = new Transaction(workspace.Folder);
        foreach (var (path, hash) in pending.Before)
        {
            if (hash is null)
            {
                transaction.Delete(path);
                continue;
            }

            var style = workspace.Folder.TryRead(path) is { } raw
                ? TextStyle.Of(raw)
                : TextStyle.Default;
            transaction.Write(path, style.Apply(workspace.Base.Read(hash)));
        }

        workspace.Record(transaction, workspace.Lock);
        if (!dryRun)
        {
            transaction.Commit();
        }

        console.Line("The update was undone.");
        WriteDocument(console, [], aborted: true, dryRun);
        return ExitCode.Success;
    }

    private static void WriteDocument(
        ToolConsole console,
        IReadOnlyList<string> open,
        bool aborted,
        bool dryRun
    ) =>
        console.Document(writer =>
        {
            writer.WriteBoolean("dryRun", dryRun);
            writer.WriteBoolean("aborted", aborted);
            writer.WriteStartArray("conflicts");
            foreach (var path in open)
            {
                writer.WriteStringValue(path);
            }

            writer.WriteEndArray();
        });
}
