using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Common.Tool.Shell;

/// <summary>Where answers go.</summary>
/// <remarks>
/// The platform's own stream says nothing when whoever reads has gone away, as <c>head</c> does, and the work would go on for nobody:
/// a pipe is written so that it is noticed.
/// </remarks>
internal static class StandardOutput
{
    // EPIPE of <errno.h>, the same on Linux and macOS
    private const int BrokenPipe = 32;
    private const int Descriptor = 1;

    /// <summary>Opens it.</summary>
    public static TextWriter Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.Out;
        }

#pragma warning disable CA2000 // standard output stays open to the end of the process
        var stream = new FileStream(
            new SafeFileHandle(Descriptor, ownsHandle: false),
            FileAccess.Write,
            bufferSize: 0
        );
        // In a file, others may write behind us: only the platform's own stream leaves the place to them.
        return stream.CanSeek
            ? Console.Out
            : new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
            {
                AutoFlush = true,
            };
#pragma warning restore CA2000
    }

    /// <summary>Whether a failure says that nobody reads any more.</summary>
    public static bool IsClosed(IOException exception) =>
        !OperatingSystem.IsWindows() && exception.HResult == BrokenPipe;
}
