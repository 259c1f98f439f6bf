using System.Collections.Concurrent;

namespace Common.Exceptions.Internal.Resilience;

/// <summary>Keeps the states of calls for the next ones, so that a call that succeeds allocates none.</summary>
internal sealed class CallStates
{
    private const int Most = 64;

    private readonly ConcurrentQueue<CallState> _more = new();
    private CallState? _first;
    private int _count;

    public CallState Rent()
    {
        var first = Interlocked.Exchange(ref _first, null);
        if (first is not null)
        {
            return first;
        }

        if (_more.TryDequeue(out var next))
        {
            Interlocked.Decrement(ref _count);
            return next;
        }

        return new CallState();
    }

    public void Return(CallState state)
    {
        state.End();
        if (Interlocked.CompareExchange(ref _first, state, null) is null)
        {
            return;
        }

        if (Interlocked.Increment(ref _count) <= Most)
        {
            _more.Enqueue(state);
        }
        else
        {
            Interlocked.Decrement(ref _count);
        }
    }
}
