using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Source;

namespace Common.Tool.Incubator.Consumer;

/// <summary>Says which files of a project the tool writes: copied sources, their settings, and its own records.</summary>
internal static class ToolPath
{
    private static readonly HashSet<string> Records = new(StringComparer.Ordinal)
    {
        Intent.FileName,
        LockFile.FileName,
        PendingUpdate.FileName,
        PendingUpdate.LockName,
        Ignore,
    };

    /// <summary>The file that keeps the tool's passing files out of version control.</summary>
    public const string Ignore = ".common/.gitignore";

    private const string Patches = ".common/graduated/";

    /// <summary>The file that keeps the edits of a copy that was replaced by a package.</summary>
    public static string PatchOf(string module) => $"{Patches}{module}.patch";

    /// <summary>Checks a path that is to be written.</summary>
    /// <param name="path">The path in the project.</param>
    /// <param name="where">Who names it, for the message.</param>
    public static void Check(string path, string where)
    {
        if (Records.Contains(path) || IsBase(path) || IsPatch(path))
        {
            return;
        }

        const string Settings = "/" + LockFile.SettingsName;
        if (path.EndsWith(Settings, StringComparison.Ordinal))
        {
            SafePath.Check(path[..^Settings.Length], where);
        }
        else
        {
            SafePath.CheckSource(path, where);
        }
    }

    private static bool IsPatch(string path) =>
        path.StartsWith(Patches, StringComparison.Ordinal)
        && path.EndsWith(".patch", StringComparison.Ordinal)
        && ModuleManifest.IsName(path[Patches.Length..^".patch".Length]);

    private static bool IsBase(string path) =>
        path.StartsWith(BaseStore.Folder + "/", StringComparison.Ordinal)
        && TextForm.IsHash(path[(BaseStore.Folder.Length + 1)..]);
}
