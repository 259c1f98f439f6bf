using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Common.Logging.Internal;

/// <summary>Writes to standard output or standard error of Unix, which tell how much was taken and why not, as the platform's console does not.</summary>
internal sealed class DescriptorSink(int descriptor) : LogSink
{
    /// <summary>About so much is written at once, in whole lines: a reader that is slow is seen to move.</summary>
    private const int PieceBytes = 64 * 1024;

    /// <summary>Services of one process take turns, since a pipe that is full takes parts of lines.</summary>
    private static readonly Lock[] Turns = [new(), new(), new()];

#pragma warning disable CA2213 // it is not ours, and what is logged after the end needs it still
    private readonly SafeFileHandle _handle = new(descriptor, ownsHandle: false);
#pragma warning restore CA2213

    public override int Write(ReadOnlySpan<byte> bytes)
    {
        if (!UnixDescriptor.IsInherited(_handle))
        {
            // The number may be that of any file that was opened since.
            throw new IOException($"The process was started with descriptor {descriptor} closed.");
        }

        lock (Turns[descriptor])
        {
            var written = UnixDescriptor.Write(
                _handle,
                bytes[..LengthOfPiece(bytes)],
                out var error
            );
            return written > 0
                ? written
                : throw new IOException(Marshal.GetPInvokeErrorMessage(error));
        }
    }

    private static int LengthOfPiece(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= PieceBytes)
        {
            return bytes.Length;
        }

        var end = bytes[..PieceBytes].LastIndexOf((byte)'\n') + 1;
        if (end > 0)
        {
            return end;
        }

        var rest = bytes[PieceBytes..].IndexOf((byte)'\n') + 1;
        return rest > 0 ? PieceBytes + rest : bytes.Length;
    }
}
