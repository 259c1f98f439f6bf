using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Common.Logging.Internal;

/// <summary>What Unix does with an open file and the platform does not: says how much was taken and whose it is, and appends.</summary>
internal static partial class UnixDescriptor
{
    private const int Interrupted = 4; // EINTR
    private const short Writable = 4; // POLLOUT
    private const int PollMilliseconds = 100;
    private const int GetDescriptorFlags = 1; // F_GETFD
    private const int ClosesOnExec = 1; // FD_CLOEXEC
    private const int GetStatusFlags = 3; // F_GETFL
    private const int SetStatusFlags = 4; // F_SETFL
    private const int Appends = 0x400; // O_APPEND of Linux

    /// <summary>EAGAIN: 35 on systems descended from BSD, else 11.</summary>
    private static readonly int WouldBlock =
        OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? 35 : 11;

    /// <summary>Writes all bytes, or those that are taken before an error.</summary>
    /// <param name="handle">Where to.</param>
    /// <param name="bytes">What.</param>
    /// <param name="error">The error, or 0.</param>
    /// <returns>How many were taken.</returns>
    public static int Write(SafeFileHandle handle, ReadOnlySpan<byte> bytes, out int error)
    {
        var written = 0;
        while (written < bytes.Length)
        {
            var count = (int)NativeWrite(handle, bytes[written..], bytes.Length - written);
            if (count > 0)
            {
                written += count;
                continue;
            }

            error = Marshal.GetLastPInvokeError();
            if (error == WouldBlock)
            {
                var request = new PollRequest
                {
                    Descriptor = (int)handle.DangerousGetHandle(),
                    Events = Writable,
                };
                _ = NativePoll(ref request, 1, PollMilliseconds);
            }
            else if (error != Interrupted)
            {
                return written;
            }
        }

        error = 0;
        return written;
    }

    /// <summary>Whether a descriptor was open when the process began. What the process opened itself closes when another program takes over.</summary>
    public static bool IsInherited(SafeFileHandle handle) =>
        NativeControl(handle, GetDescriptorFlags, 0) is var flags
        && flags >= 0
        && (flags & ClosesOnExec) == 0;

    /// <summary>
    /// Has the system put what is written at the end of a file, so that two processes do not overwrite each other's records: on Linux,
    /// where that goes for writes at an offset too.
    /// </summary>
    /// <returns>Whether it does.</returns>
    public static bool TryAppend(SafeFileHandle handle)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        var flags = NativeControl(handle, GetStatusFlags, 0);
        return flags >= 0 && NativeControl(handle, SetStatusFlags, flags | Appends) == 0;
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint NativeWrite(
        SafeFileHandle descriptor,
        ReadOnlySpan<byte> bytes,
        nint count
    );

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int NativePoll(ref PollRequest request, nuint count, int timeout);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int NativeControl(SafeFileHandle descriptor, int command, int argument);

    /// <summary>The struct pollfd of poll(2).</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PollRequest
    {
        public int Descriptor;
        public short Events;
        public short Answers;
    }
}
