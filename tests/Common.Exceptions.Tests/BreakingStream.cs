namespace Common.Exceptions.Tests;

/// <summary>A body that breaks off after its beginning.</summary>
internal sealed class BreakingStream(byte[] beginning) : MemoryStream(beginning)
{
    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    ) =>
        await base.ReadAsync(buffer, cancellationToken) is var read and > 0
            ? read
            : throw new IOException("The connection was closed.");
}
