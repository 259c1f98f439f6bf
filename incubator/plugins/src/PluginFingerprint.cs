using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Common.Incubator.Plugins;

/// <summary>Computes what a pin names: a hash over every file of a plugin, so that none can be exchanged.</summary>
public static class PluginFingerprint
{
    /// <summary>Computes the fingerprint of a plugin's folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>64 lower-case hexadecimal digits: SHA-256 over the files' paths and hashes in ordinal order.</returns>
    /// <exception cref="IOException">The folder or a file can't be read.</exception>
    public static string Compute(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Full: file, Path: Relative(folder, file)))
            .OrderBy(file => file.Path, StringComparer.Ordinal);
        foreach (var (full, path) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path + "\0"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(full)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Relative(string folder, string file) =>
        Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
}
