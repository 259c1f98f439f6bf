using System.Text;
using Common.Logging.Internal;

namespace Common.Logging.Tests;

/// <summary>Takes 1,000 bytes at a time, and its time for it.</summary>
internal sealed class SlowSink(TimeSpan time) : LogSink
{
    private readonly StringBuilder _text = new();
    private readonly ManualResetEventSlim _never = new();

    public string Text => _text.ToString();

    public override int Write(ReadOnlySpan<byte> bytes)
    {
        _never.Wait(time);
        var length = Math.Min(bytes.Length, 1_000);
        _text.Append(Encoding.UTF8.GetString(bytes[..length]));
        return length;
    }

    public override void Dispose()
    {
        _never.Dispose();
        base.Dispose();
    }
}
