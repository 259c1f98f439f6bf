using Microsoft.Extensions.FileProviders;

namespace Common.Config.Internal.Sources;

/// <summary>Reads whole files of configuration.</summary>
internal static class FileContent
{
    /// <summary>Says whether an exception means that a file cannot be read.</summary>
    public static bool IsUnreadable(Exception exception) =>
        exception is IOException or UnauthorizedAccessException;

    /// <summary>What is said of a file that cannot be read.</summary>
    public static ConfigException Unreadable(string path) =>
        new([
            new ConfigError(
                "The file",
                null,
                path,
                "cannot be read: it must be a file that the service may open"
            ),
        ]);

    /// <summary>Reads a file that need not lie on a disk.</summary>
    public static byte[] Of(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        using var memory = new MemoryStream((int)Math.Max(file.Length, 16));
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>Reads a file; gives null where it holds what is known.</summary>
    public static byte[]? IfChanged(string path, ReadOnlySpan<byte> known)
    {
        using var handle = File.OpenHandle(path);
        var content = GC.AllocateUninitializedArray<byte>((int)RandomAccess.GetLength(handle));
        var length = 0;
        while (
            length < content.Length
            && RandomAccess.Read(handle, content.AsSpan(length), length) is > 0 and var read
        )
        {
            length += read;
        }

        Span<byte> next = stackalloc byte[1];
        if (length < content.Length)
        {
            content = content[..length];
        }
        else if (RandomAccess.Read(handle, next, length) > 0)
        {
            return File.ReadAllBytes(path); // it grew meanwhile, or lies where files have no lengths
        }

        return known.SequenceEqual(content) ? null : content;
    }
}
