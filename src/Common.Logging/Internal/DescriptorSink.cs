using System.Runtime.InteropServices;

namespace Common.Logging.Internal;

/// <summary>Writes to a file descriptor of Unix, which tells how much was taken and why not, as the platform's console does not.</summary>
internal sealed partial class DescriptorSink(int descriptor) : LogSink
{
    private const int Interrupted = 4; // EINTR
    private const short Writable = 4; // POLLOUT
    private const int PollMilliseconds = 100;

    /// <summary>EAGAIN: 35 on systems descended from BSD, else 11.</summary>
    private static readonly int WouldBlock =
        OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? 35 : 11;

    public override int Write(ReadOnlySpan<byte> bytes)
    {
        while (true)
        {
            var written = (int)NativeWrite(descriptor, bytes, bytes.Length);
            if (written > 0)
            {
                return written;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error == WouldBlock)
            {
                var request = new PollRequest { Descriptor = descriptor, Events = Writable };
                _ = NativePoll(ref request, 1, PollMilliseconds);
            }
            else if (error != Interrupted)
            {
                throw new IOException(Marshal.GetPInvokeErrorMessage(error));
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint NativeWrite(int descriptor, ReadOnlySpan<byte> bytes, nint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int NativePoll(ref PollRequest request, nuint count, int timeout);

    /// <summary>The struct pollfd of poll(2).</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PollRequest
    {
        public int Descriptor;
        public short Events;
        public short Answers;
    }
}
