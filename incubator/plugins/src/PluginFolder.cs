using System;
using System.IO;
using System.Linq;

namespace Common.Incubator.Plugins;

/// <summary>Says which folders plugins may lie in.</summary>
internal static class PluginFolder
{
    /// <summary>Checks the folder that holds the plugins.</summary>
    /// <exception cref="InvalidOperationException">It is a link, or the service can write to it and must not.</exception>
    public static void Check(string folder, bool allowWritable)
    {
        if (new DirectoryInfo(folder).LinkTarget is not null)
        {
            throw new InvalidOperationException(
                "Common:Plugins:Folder is a link. It must be a real folder."
            );
        }

        if (!allowWritable && IsWritable(folder))
        {
            throw new InvalidOperationException(
                "Common:Plugins:Folder can be written by the service itself. Take that right away, or allow it: Common:Plugins:AllowWritableFolder."
            );
        }
    }

    /// <summary>Checks that a plugin's folder holds no links, which could lead out of it.</summary>
    /// <exception cref="FormatException">It holds one.</exception>
    public static void RefuseLinks(string folder)
    {
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos(
            "*",
            SearchOption.AllDirectories
        );
        if (
            new DirectoryInfo(folder).LinkTarget is not null
            || entries.Any(entry => entry.LinkTarget is not null)
        )
        {
            throw new FormatException("it is or holds a link");
        }
    }

    // Rights are many-layered; trying is the one way to know that works everywhere.
    private static bool IsWritable(string folder)
    {
        try
        {
            using var file = new FileStream(
                Path.Combine(folder, $".{Guid.NewGuid():N}"),
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
