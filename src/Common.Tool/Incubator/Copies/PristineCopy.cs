using Common.Tool.Incubator.Consumer;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Source;

namespace Common.Tool.Incubator.Copies;

/// <summary>A module as a fresh copy of it would be: nothing is written yet.</summary>
internal sealed record PristineCopy(
    string Module,
    LockedModule Lock,
    IReadOnlyList<PristineFile> Files
)
{
    // Analyzers of the service stay silent in the copy. That switches its nullable context off, too, so that each file
    // switches it on again.
    private const string Settings = "root = false\n\n[*.cs]\ngenerated_code = true\n";

    /// <summary>Makes the copy of a module.</summary>
    /// <param name="source">The incubator.</param>
    /// <param name="module">The module.</param>
    /// <param name="layout">Where the copy goes.</param>
    /// <param name="done">Is told of each file that is done; is called from several threads.</param>
    public static PristineCopy Make(
        IncubatorSource source,
        IncubatorModule module,
        Layout layout,
        Action? done = null
    )
    {
        var name = module.Manifest.Name;
        var files = InParallel
            .Map(
                [
                    .. module.Files.Where(file =>
                        file.Kind == FileKind.Source || layout.Tests is not null
                    ),
                ],
                file =>
                {
                    var text = layout.Rewriter.Rewrite(file.Text, $"{name}/{file.Path}");
                    return new PristineFile(
                        layout.PathOf(file),
                        text,
                        new LockedFile(file.Path, TextForm.Hash(text), file.Hash)
                    );
                },
                done
            )
            .ToList();
        var hash = TextForm.Hash(Settings);
        files.Add(
            new PristineFile(
                $"{layout.Folder}/{LockFile.SettingsName}",
                Settings,
                new LockedFile(LockFile.SettingsName, hash, hash)
            )
        );
        foreach (var file in files.Where(file => file.Entry.From != LockFile.SettingsName))
        {
            SafePath.CheckSource(file.Path, $"module '{name}'");
        }

        return new PristineCopy(
            name,
            new LockedModule
            {
                Incubator = source.Name,
                Version = source.Version,
                Namespace = layout.Namespace,
                Internal = layout.Internal,
                Folder = layout.Folder,
                Tests = layout.Tests,
                Files = files.ToDictionary(
                    file => file.Path,
                    file => file.Entry,
                    StringComparer.Ordinal
                ),
            },
            files
        );
    }
}
