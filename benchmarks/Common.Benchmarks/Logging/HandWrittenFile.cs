using Microsoft.Win32.SafeHandles;

namespace Common.Benchmarks.Logging;

/// <summary>The limit, written to a file whenever its buffer is full.</summary>
internal sealed class HandWrittenFile : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly HandWrittenRecord _record;
    private long _length;

    public HandWrittenFile(string path)
    {
        _file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        _record = RecordRow.NewLimit(isJson: true, Write);
    }

    /// <summary>Writes records in the context that is entered.</summary>
    public void Run(int count)
    {
        for (var i = 0; i < count; i++)
            _record.Write(42 + (i & 31), 3, 129.95m);
    }

    /// <summary>Begins at the start of the file again.</summary>
    public void Restart() => _length = 0;

    /// <summary>Writes what is left.</summary>
    public void Flush() => _record.Flush();

    public void Dispose() => _file.Dispose();

    private void Write(ReadOnlySpan<byte> records)
    {
        RandomAccess.Write(_file, records, _length);
        _length += records.Length;
    }
}
