namespace Common.Exceptions.Tests;

/// <summary>Work that ends by cancellation only, and then at once on the thread that cancels.</summary>
internal static class Never
{
    public static async ValueTask Comes(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource();
        await using var registration = cancellationToken.UnsafeRegister(
            state => ((TaskCompletionSource)state!).TrySetCanceled(CancellationToken.None),
            cancelled
        );
        await cancelled.Task.ConfigureAwait(false);
    }
}
