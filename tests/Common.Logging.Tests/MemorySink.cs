using System.Text;
using Common.Logging.Internal;

namespace Common.Logging.Tests;

/// <summary>Keeps what is written. It can be stuck, or fail.</summary>
internal sealed class MemorySink : LogSink
{
    private readonly Lock _lock = new();
    private readonly MemoryStream _bytes = new();
#pragma warning disable CA2213 // a stuck writer may still wait for it
    private readonly ManualResetEventSlim _open = new(initialState: true);
#pragma warning restore CA2213

    public bool Fails { get; set; }

    public int Failures { get; private set; }

    public int Writes { get; private set; }

    public string Text
    {
        get
        {
            lock (_lock)
            {
                return Encoding.UTF8.GetString(_bytes.ToArray());
            }
        }
    }

    public void Block() => _open.Reset();

    public void Unblock() => _open.Set();

    public override void Dispose()
    {
        _open.Set();
        base.Dispose();
    }

    public override int Write(ReadOnlySpan<byte> bytes)
    {
        _open.Wait();
        if (Fails)
        {
            Failures++;
            throw new IOException("The disk is full.");
        }

        lock (_lock)
        {
            _bytes.Write(bytes);
            Writes++;
        }

        return bytes.Length;
    }
}
