using System.CommandLine;
using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Copies;
using Common.Tool.Incubator.Files;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary><c>common incubator accept</c>: records that an edit is wanted.</summary>
internal static class AcceptCommand
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MaxReasonLength = 200;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("file")
        {
            Description = "The edited, moved or deleted files, as status names them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var all = new Option<bool>("--all") { Description = "All of them." };
        var reason = new Option<string>("--reason")
        {
            Description =
                $"Why the edit is wanted: one line of at most {MaxReasonLength} characters.",
            HelpName = "TEXT",
            Required = true,
        };
        return new ToolCommand(
            "accept",
            "Records that edits are wanted, so that check and status find them in order until upstream changes the file.",
            "common incubator accept Incubator/Web/WebOptions.cs --reason \"our proxy needs a longer timeout\"",
            "common incubator accept --all --reason \"ported to our clock\""
        )
        {
            files,
            all,
            reason,
            IncubatorOptions.Project(),
            IncubatorOptions.DryRun(),
            IncubatorOptions.Wait(),
        }.Runs(
            (parse, console, cancellationToken) =>
                RunAsync(
                    parse,
                    console,
                    parse.GetValue(files)!,
                    parse.GetValue(all),
                    parse.GetValue(reason)!,
                    cancellationToken
                )
        );
    }

    private static async Task<ExitCode> RunAsync(
        ParseResult parse,
        ToolConsole console,
        string[] files,
        bool all,
        string reason,
        CancellationToken cancellationToken
    )
    {
        if (
            reason.Length > MaxReasonLength
            || string.IsNullOrWhiteSpace(reason)
            || reason.Any(char.IsControl)
        )
        {
            throw new ToolException(
                ExitCode.Usage,
                $"--reason has {reason.Length} characters; it must be one line of 1 to {MaxReasonLength}."
            );
        }

        if (all == (files.Length > 0))
        {
            throw new ToolException(ExitCode.Usage, "Name the files, or take all of them: --all");
        }

        using var workspace = await IncubatorOptions
            .OpenAsync(parse, create: false, cancellationToken)
            .ConfigureAwait(false);
        Guards.RefusePending(workspace);
        var next = workspace.Lock;
        var accepted = new List<string>();
        foreach (var (name, module) in workspace.Lock.Sorted())
        {
            var chosen = Inspector
                .Files(workspace, module)
                .Where(file => file is { IsDrift: true, Entry: not null })
                .Where(file => all || files.Contains(file.Path, StringComparer.Ordinal))
                .ToList();
            accepted.AddRange(chosen.Select(file => file.Path));
            next = next.With(name, Accept(workspace, module, chosen, reason));
        }

        var missed = files.FirstOrDefault(file => !accepted.Contains(file, StringComparer.Ordinal));
        if (missed is not null)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"'{missed}' is not an edited, moved or deleted file of a copy. See: common incubator status"
            );
        }

        var transaction = new Transaction(workspace.Folder);
        workspace.Record(transaction, next);
        var dryRun = IncubatorOptions.IsDryRun(parse);
        if (!dryRun)
        {
            transaction.Commit();
        }

        foreach (var path in accepted)
        {
            console.Line($"{path} accepted: {reason}");
        }

        console.Document(writer =>
        {
            writer.WriteBoolean("dryRun", dryRun);
            writer.WriteStartArray("accepted");
            foreach (var path in accepted)
            {
                writer.WriteStringValue(path);
            }

            writer.WriteEndArray();
        });
        return ExitCode.Success;
    }

    private static LockedModule Accept(
        Workspace workspace,
        LockedModule module,
        IReadOnlyList<FileState> chosen,
        string reason
    )
    {
        var files = new Dictionary<string, LockedFile>(module.Files, StringComparer.Ordinal);
        foreach (var file in chosen)
        {
            files.Remove(file.Path);
            var text = workspace.Folder.TryRead(file.Current);
            var hash = text is null ? LockedFile.Deleted : TextForm.Hash(TextForm.Normalise(text));
            files[file.Current] =
                hash == file.Entry!.Base
                    ? file.Entry with
                    {
                        Accepted = null,
                        Reason = null,
                    }
                    : file.Entry with
                    {
                        Accepted = hash,
                        Reason = reason,
                    };
        }

        return module with
        {
            Files = files,
        };
    }
}
