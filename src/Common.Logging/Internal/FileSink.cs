using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Common.Logging.Internal;

/// <summary>Writes to a file that others may move or truncate, and that is put aside by size and by day.</summary>
internal sealed class FileSink(LogFileOptions options, TimeProvider time) : LogSink
{
    /// <summary>How long is waited after the file could not be put aside.</summary>
    private static readonly TimeSpan RotateInterval = TimeSpan.FromMinutes(1);

    /// <summary>How often is looked whether the file was moved: what is written meanwhile is in the moved one.</summary>
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(10);

    private readonly string _path = Path.GetFullPath(options.Path);
    private SafeFileHandle? _handle;
    private string? _openedAs;
    private DateOnly _day;
    private long _lookedAt;
    private bool _isRegular;
    private bool _appends;
    private long? _failedToRotateAt;
    private volatile bool _mustReopen;

    /// <summary>Called when the file can't be put aside, once until it can again.</summary>
    public Action<Exception>? RotationFailed { get; set; }

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
            return Append(bytes, length: 0); // a device or a pipe has no end to look for
        }

        if (IsDue(bytes.Length) && HasMoved())
        {
            Close(); // another process of the service put it aside
            Open();
        }

        if (IsDue(bytes.Length))
        {
            Rotate();
        }

        // The end is asked for each time, so that a truncated file gets no hole. On Linux the system finds it.
        return Append(bytes, RandomAccess.GetLength(_handle!));
    }

    public override void Dispose()
    {
        Close();
        base.Dispose();
    }

    /// <summary>Writes to the end of the file, which others may write to as well.</summary>
    /// <param name="bytes">Whole lines.</param>
    /// <param name="length">How long the file is.</param>
    /// <returns>How many bytes are in the file: of a full disk's, whole lines only, so that what is tried again stands there once, and whole.</returns>
    private int Append(ReadOnlySpan<byte> bytes, long length)
    {
        if (OperatingSystem.IsWindows() || (_isRegular && !_appends))
        {
            RandomAccess.Write(_handle!, bytes, length);
            return bytes.Length;
        }

        var written = UnixDescriptor.Write(_handle!, bytes, out var error);
        if (written == bytes.Length)
        {
            return written;
        }

        var kept = written; // what a pipe has taken stays in it until somebody reads
        if (written > 0 && _isRegular && RandomAccess.GetLength(_handle!) == length + written)
        {
            kept = bytes[..written].LastIndexOf((byte)'\n') + 1;
            RandomAccess.SetLength(_handle!, length + kept);
        }

        return kept > 0
            ? kept
            : throw new IOException($"{Marshal.GetPInvokeErrorMessage(error)} : '{_path}'");
    }

    private bool IsDue(int length)
    {
        if (
            options is { RotateBytes: 0, RotateDaily: false }
            || (
                _failedToRotateAt is { } failedAt
                && time.GetElapsedTime(failedAt, time.GetTimestamp()) < RotateInterval
            )
        )
        {
            return false;
        }

        var size = RandomAccess.GetLength(_handle!);
        return size > 0
            && (
                (options.RotateBytes > 0 && size + length > options.RotateBytes)
                || (options.RotateDaily && IsOfAnotherDay())
            );
    }

    /// <summary>Whether the file's day is over; a clock that is set back over midnight does not bring it back.</summary>
    private bool IsOfAnotherDay() => Today() > _day || Today() < _day.AddDays(-1);

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private void Open()
    {
        if (_handle is not null)
        {
            return;
        }

        var isNew = !File.Exists(_path);
        if (isNew && !OperatingSystem.IsWindows())
        {
            Create();
        }

        _handle = File.OpenHandle(
            _path,
            FileMode.OpenOrCreate,
            FileAccess.Write,
            FileShare.ReadWrite | FileShare.Delete
        );
        if (isNew && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_handle, Mode); // those rights too that the process takes from its files
        }

        _isRegular = CanSeek(_handle);
        _appends = _isRegular && UnixDescriptor.TryAppend(_handle);

        _day =
            _isRegular && RandomAccess.GetLength(_handle) > 0
                ? DateOnly.FromDateTime(File.GetLastWriteTimeUtc(_path))
                : Today();
        _openedAs = NameOfHandle();
    }

    private UnixFileMode Mode => (UnixFileMode)Convert.ToInt32(options.Mode, 8);

    /// <summary>Makes the file with its rights: nobody may open it before it has them.</summary>
    [UnsupportedOSPlatform("windows")]
    private void Create()
    {
        try
        {
            using var file = new FileStream(
                _path,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = Mode,
                }
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process was faster, or what follows will say why not.
        }
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

    /// <summary>Begins a new file. If the old one can't be put aside, records go on into it.</summary>
    private void Rotate()
    {
        try
        {
            PutAside();
            _failedToRotateAt = null;
        }
        catch (FileNotFoundException)
        {
            // Another process of the service put it aside at this moment.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var isFirst = _failedToRotateAt is null;
            _failedToRotateAt = time.GetTimestamp();
            if (isFirst)
            {
                RotationFailed?.Invoke(exception);
            }

            return;
        }

        Close();
        Open();
    }

    private void PutAside()
    {
        // Only up to the first free number: what fails at the end, and is tried again, must not push out the old ones.
        var free = 1;
        while (free < options.KeptFiles && File.Exists(Numbered(free)))
        {
            free++;
        }

        for (var i = free; i > 1; i--)
        {
            File.Move(Numbered(i - 1), Numbered(i), overwrite: true);
        }

        File.Move(_path, Numbered(1), overwrite: true);
        for (var i = options.KeptFiles + 1; File.Exists(Numbered(i)); i++)
        {
            File.Delete(Numbered(i)); // more were kept before
        }
    }

    private string Numbered(int number) =>
        $"{_path}.{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
