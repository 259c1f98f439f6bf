using Microsoft.Win32.SafeHandles;

namespace Common.Logging.Internal;

/// <summary>Writes to a file that others may move or truncate, and that is put aside by size and by day.</summary>
internal sealed class FileSink(LogFileOptions options, TimeProvider time) : LogSink
{
    /// <summary>How often is looked whether the file was moved: what is written meanwhile is in the moved one.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(10);

    private readonly string _path = Path.GetFullPath(options.Path);
    private SafeFileHandle? _handle;
    private string? _openedAs;
    private DateOnly _day;
    private long _lookedAt;
    private bool _isRegular;
    private volatile bool _mustReopen;

    /// <summary>Opens the file again before the next record, as after SIGHUP.</summary>
    public void Reopen() => _mustReopen = true;

    public override int Write(ReadOnlySpan<byte> bytes)
    {
        if (_handle is not null && (_mustReopen || (_isRegular && IsTimeToLook() && HasMoved())))
        {
            Close();
        }

        _mustReopen = false;
        Open();
        if (!_isRegular)
        {
            RandomAccess.Write(_handle!, bytes, 0); // a device or a pipe has no end to look for
            return bytes.Length;
        }

        var length = RandomAccess.GetLength(_handle!);
        if (length > 0 && IsDue(length + bytes.Length))
        {
            Close();
            PutAside();
            Open();
            length = RandomAccess.GetLength(_handle!);
        }

        // The end is asked for each time, so that a truncated file gets no hole.
        RandomAccess.Write(_handle!, bytes, length);
        return bytes.Length;
    }

    public override void Dispose()
    {
        Close();
        base.Dispose();
    }

    private bool IsDue(long length) =>
        (options.RotateBytes > 0 && length > options.RotateBytes)
        || (options.RotateDaily && Today() != _day);

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private void Open()
    {
        if (_handle is not null)
        {
            return;
        }

        var exists = File.Exists(_path);
        _handle = File.OpenHandle(
            _path,
            FileMode.OpenOrCreate,
            FileAccess.Write,
            FileShare.ReadWrite | FileShare.Delete
        );
        if (!exists && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_handle, (UnixFileMode)Convert.ToInt32(options.Mode, 8));
        }

        _isRegular = CanSeek(_handle);
        _day =
            _isRegular && RandomAccess.GetLength(_handle) > 0
                ? DateOnly.FromDateTime(File.GetLastWriteTimeUtc(_path))
                : Today();
        _openedAs = NameOfHandle();
    }

    private static bool CanSeek(SafeFileHandle handle)
    {
        try
        {
            _ = RandomAccess.GetLength(handle);
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    private void Close()
    {
        _handle?.Dispose();
        _handle = null;
    }

    private bool IsTimeToLook()
    {
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(_lookedAt, now) < LookInterval)
        {
            return false;
        }

        _lookedAt = now;
        return true;
    }

    /// <summary>Whether the path is no longer that of the open file.</summary>
    private bool HasMoved() =>
        !File.Exists(_path)
        || !string.Equals(NameOfHandle(), _openedAs, StringComparison.Ordinal)
        || new FileInfo(_path).Length != RandomAccess.GetLength(_handle!);

    /// <summary>Where the system says that the open file is; Linux only.</summary>
    private string? NameOfHandle() =>
        OperatingSystem.IsLinux()
            ? new FileInfo($"/proc/self/fd/{_handle!.DangerousGetHandle()}").LinkTarget
            : null;

    private void PutAside()
    {
        File.Delete(Numbered(options.KeptFiles));
        for (var i = options.KeptFiles - 1; i >= 1; i--)
        {
            if (File.Exists(Numbered(i)))
            {
                File.Move(Numbered(i), Numbered(i + 1), overwrite: true);
            }
        }

        File.Move(_path, Numbered(1), overwrite: true);
    }

    private string Numbered(int number) =>
        $"{_path}.{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
