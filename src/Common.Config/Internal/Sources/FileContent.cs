using System.Buffers;
using Microsoft.Extensions.FileProviders;

namespace Common.Config.Internal.Sources;

/// <summary>Reads whole files of configuration.</summary>
internal static class FileContent
{
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
        var buffer = ArrayPool<byte>.Shared.Rent((int)RandomAccess.GetLength(handle) + 1);
        try
        {
            var length = 0;
            while (RandomAccess.Read(handle, buffer.AsSpan(length), length) is > 0 and var read)
            {
                length += read;
                if (length == buffer.Length)
                {
                    return File.ReadAllBytes(path); // it grew meanwhile
                }
            }

            return known.SequenceEqual(buffer.AsSpan(0, length)) ? null : buffer[..length];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
