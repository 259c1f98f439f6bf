namespace Common.Benchmarks.Logging;

/// <summary>A file that is deleted in the end.</summary>
internal sealed class TemporaryFile : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = System.IO.Path.GetTempFileName();

    /// <summary>Empties it.</summary>
    public void Truncate()
    {
        using var stream = new FileStream(
            Path,
            FileMode.Truncate,
            FileAccess.Write,
            FileShare.ReadWrite
        );
    }

    public void Dispose() => File.Delete(Path);
}
