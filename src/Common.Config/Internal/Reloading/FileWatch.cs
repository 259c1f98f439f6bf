using System.Security.Cryptography;
using System.Text;

namespace Common.Config.Internal.Reloading;

/// <summary>Says when files have changed and come to rest, by looking at their contents.</summary>
/// <remarks>
/// Contents are the only sign that holds for all ways in which files change: written in place, renamed into place, or reached through a
/// link that was swapped. Looking needs no handle of the system that could run out. Files of configuration are small.
/// </remarks>
internal sealed class FileWatch
{
    private readonly Func<IEnumerable<string>> _files;
    private byte[] _known;
    private byte[]? _changing;

    public FileWatch(Func<IEnumerable<string>> files)
    {
        _files = files;
        _known = Look();
    }

    /// <summary>Makes the next contents that come to rest a change: others have read the files meanwhile, and nobody knows what they saw.</summary>
    public void Forget() => _known = [];

    /// <summary>Says once for each change that it is there, when two looks in a row have seen the same new contents.</summary>
    public bool HasChanged()
    {
        var now = Look();
        if (now.AsSpan().SequenceEqual(_known))
        {
            _changing = null;
            return false;
        }

        if (_changing is null || !now.AsSpan().SequenceEqual(_changing))
        {
            _changing = now;
            return false;
        }

        _known = now;
        _changing = null;
        return true;
    }

    private byte[] Look()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in _files())
        {
            foreach (var file in Directory.Exists(path) ? FilesOf(path) : [path])
            {
                // One that is not there leaves no trace, so that to wait for it is no change.
                if (Content(file) is { Length: > 0 } content)
                {
                    hash.AppendData(Encoding.UTF8.GetBytes(file + "\0"));
                    hash.AppendData(content);
                }
            }
        }

        return hash.GetHashAndReset();
    }

    private static IEnumerable<string> FilesOf(string folder)
    {
        try
        {
            return Directory.GetFiles(folder).Order(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The hash of a file; of nothing for one that is not there or cannot be read.</summary>
    private static byte[] Content(string file)
    {
        try
        {
            using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            return SHA256.HashData(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
