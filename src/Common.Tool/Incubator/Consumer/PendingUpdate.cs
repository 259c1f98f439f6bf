using System.Text;
using System.Text.Json;
using Common.Tool.Incubator.Files;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Consumer;

/// <summary>An update that waits for its conflicts to be resolved; base and lock have not moved yet.</summary>
/// <param name="Lock">What the lock will be.</param>
/// <param name="Conflicted">The files that got conflict markers.</param>
/// <param name="Before">What each touched file was: its hash, or <see langword="null"/> if it was not there.</param>
internal sealed record PendingUpdate(
    LockFile Lock,
    IReadOnlyList<string> Conflicted,
    IReadOnlyDictionary<string, string?> Before
)
{
    /// <summary>The file that lists the conflicts.</summary>
    public const string FileName = ".common/pending.json";

    /// <summary>The file that has the lock that is to be.</summary>
    public const string LockName = ".common/pending.lock.json";

    /// <summary>Reads the pending update of a project, if there is one.</summary>
    public static PendingUpdate? TryRead(ProjectFolder folder)
    {
        if (folder.TryRead(FileName) is not { } text)
        {
            return null;
        }

        var next = LockFile.Parse(
            folder.TryRead(LockName)
                ?? throw new ToolException(
                    ExitCode.Refused,
                    $"{LockName} is missing. Restore it from version control."
                ),
            LockName
        );
        var root = JsonText.Parse(text, FileName).Only("schema", "conflicted", "before");
        var before = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (path, hash) in root.Field("before").Fields())
        {
            ToolPath.Check(path, FileName);
            before[path] =
                hash.Text() == LockedFile.Deleted ? null
                : TextForm.IsHash(hash.Text()) ? hash.Text()
                : throw hash.Fault("must be a hash or 'deleted'");
        }

        var conflicted = root.Field("conflicted").Texts();
        foreach (var path in conflicted)
        {
            ToolPath.Check(path, FileName);
        }

        return new PendingUpdate(next, conflicted, before);
    }

    /// <summary>Writes what <see cref="FileName"/> holds.</summary>
    public string ToText()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("schema", 1);
            writer.WriteStartArray("conflicted");
            foreach (var path in Conflicted)
            {
                writer.WriteStringValue(path);
            }

            writer.WriteEndArray();
            writer.WriteStartObject("before");
            foreach (var (path, hash) in Before.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                writer.WriteString(path, hash ?? LockedFile.Deleted);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()).ReplaceLineEndings("\n") + "\n";
    }
}
