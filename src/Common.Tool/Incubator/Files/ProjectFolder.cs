using Common.Tool.Shell;

namespace Common.Tool.Incubator.Files;

/// <summary>The folder that <c>common.json</c> lies in: the only one that the tool writes to.</summary>
internal sealed class ProjectFolder
{
    /// <summary>Names the folder.</summary>
    /// <param name="path">The folder.</param>
    public ProjectFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>Gives the full path of a file in the folder.</summary>
    /// <param name="relative">The path in the folder, with <c>/</c>.</param>
    public string Full(string relative) => System.IO.Path.Combine(Path, relative);

    /// <summary>Whether a file is there.</summary>
    public bool Has(string relative) => File.Exists(Full(relative));

    /// <summary>Checks that neither a file nor a folder on the way to it is a link, which would lead out of the folder.</summary>
    /// <exception cref="ToolException">One is a link.</exception>
    public void RefuseLinks(string relative)
    {
        var current = Path;
        foreach (var segment in relative.Split('/'))
        {
            current = System.IO.Path.Combine(current, segment);
            FileSystemInfo info = Directory.Exists(current)
                ? new DirectoryInfo(current)
                : new FileInfo(current);
            if (info.LinkTarget is not null)
            {
                throw new ToolException(
                    ExitCode.Refused,
                    $"{Shown(current)} is a link. Replace it by a real file or folder: the tool follows no links."
                );
            }

            if (!info.Exists)
            {
                return;
            }
        }
    }

    /// <summary>Checks that a file can be written: that no folder has its name, and no file that of a folder on the way to it.</summary>
    /// <exception cref="ToolException">Something is in the way. It would stop a run in its midst, when it can't go back any more.</exception>
    public void RefuseObstacles(string relative)
    {
        for (var i = relative.IndexOf('/', StringComparison.Ordinal); i >= 0; )
        {
            if (File.Exists(Full(relative[..i])))
            {
                throw Obstacle(relative[..i], "file", "folder");
            }

            i = relative.IndexOf('/', i + 1);
        }

        if (Directory.Exists(Full(relative)))
        {
            throw Obstacle(relative, "folder", "file");
        }
    }

    /// <summary>Reads a text of the folder.</summary>
    /// <returns>The text, or <see langword="null"/> if there is no such file.</returns>
    public string? TryRead(string relative)
    {
        RefuseLinks(relative);
        var path = Full(relative);
        return File.Exists(path) ? TextForm.Read(path, relative) : null;
    }

    /// <summary>Lists the C# files below a folder, as paths in this one, in ordinal order.</summary>
    public IReadOnlyList<string> Sources(string folder)
    {
        var full = Full(folder);
        if (!Directory.Exists(full))
        {
            return [];
        }

        if (folder != ".")
        {
            RefuseLinks(folder);
        }

        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        };
        return
        [
            .. Directory
                .EnumerateFiles(full, "*.cs", options)
                .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static ToolException Obstacle(string path, string there, string wanted) =>
        new(
            ExitCode.Refused,
            $"{path} is a {there}, and is to be a {wanted}. Move it away, then try again."
        );

    private string Shown(string full) =>
        System.IO.Path.GetRelativePath(Path, full).Replace('\\', '/');
}
