namespace Common.Logging.Internal;

/// <summary>Does what an interruption of the thread must not prevent, and leaves the interruption to the caller's own next wait.</summary>
internal static class Uninterrupted
{
    /// <summary>Does something, again if it was interrupted.</summary>
    /// <param name="state">What it is done with.</param>
    /// <param name="action">What can be done again as long as it has not returned.</param>
    public static TResult Do<TState, TResult>(TState state, Func<TState, TResult> action)
    {
        var isInterrupted = false;
        try
        {
            while (true)
            {
                try
                {
                    return action(state);
                }
                catch (ThreadInterruptedException)
                {
                    isInterrupted = true;
                }
            }
        }
        finally
        {
            if (isInterrupted)
            {
                Thread.CurrentThread.Interrupt();
            }
        }
    }
}
