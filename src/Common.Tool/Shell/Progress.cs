using System.Globalization;

namespace Common.Tool.Shell;

/// <summary>Shows on a terminal how far a long command is: one line that is written over, and is gone in the end.</summary>
/// <remarks>Thread-safe. Nothing is shown of what takes less than half a second.</remarks>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
#pragma warning disable CA2213 // the terminal is the process's own
    private readonly TextWriter? _terminal;
#pragma warning restore CA2213
    private readonly TimeProvider _time;
    private readonly string _what;
    private readonly int _total;
    private readonly long _start;
    private long _shown;
    private int _done;

    /// <summary>Begins.</summary>
    /// <param name="terminal">Where to show it; <see langword="null"/> if nobody watches.</param>
    /// <param name="time">Measures the pauses.</param>
    /// <param name="what">What is done, as <c>merging</c>.</param>
    /// <param name="total">How many steps there are.</param>
    public Progress(TextWriter? terminal, TimeProvider time, string what, int total)
    {
        _terminal = terminal;
        _time = time;
        _what = what;
        _total = total;
        _start = time.GetTimestamp();
    }

    /// <summary>One more step is done.</summary>
    public void Step()
    {
        var done = Interlocked.Increment(ref _done);
        if (_terminal is null || _time.GetElapsedTime(_start) < Patience)
        {
            return;
        }

        lock (_gate)
        {
            if (_shown != 0 && _time.GetElapsedTime(_shown) < Pause)
            {
                return;
            }

            _shown = _time.GetTimestamp();
            _terminal.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\r\u001b[2K{_what}: {done} of {_total}"
                )
            );
            _terminal.Flush();
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_shown != 0)
            {
                _terminal!.Write("\r\u001b[2K");
                _terminal.Flush();
            }
        }
    }
}
