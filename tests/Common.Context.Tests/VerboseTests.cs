using System.Runtime.CompilerServices;
using Common.Context.Internal;

namespace Common.Context.Tests;

public sealed class VerboseTests
{
    [Fact]
    public void IsAnyVerbose_is_true_while_a_context_asks_for_details()
    {
        var context = new RequestContext { IsVerbose = true };
        var child = context with { User = "alice" };

        Assert.True(RequestContext.IsAnyVerbose);
        Assert.True(child.IsVerbose);
        Assert.False((child with { IsVerbose = false }).IsVerbose);
        Assert.True((new RequestContext() with { IsVerbose = true }).IsVerbose);
        GC.KeepAlive(context);
    }

    [Fact]
    public void IsAny_is_true_until_the_last_mark_is_collected()
    {
        var count = new VerboseCount();
        Assert.False(count.IsAny);
        StaysWhileOneIsKept(count);

        Assert.True(
            SpinWait.SpinUntil(
                () =>
                {
                    Collect();
                    return !count.IsAny;
                },
                TimeSpan.FromMinutes(1)
            )
        );
    }

    // In a frame of its own: a build for debugging keeps what a method's variables hold until it returns.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StaysWhileOneIsKept(VerboseCount count)
    {
        var kept = new VerboseMark(count);
        MakeAndForget(count);
        Collect();
        Assert.True(count.IsAny);
        GC.KeepAlive(kept);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeAndForget(VerboseCount count) => _ = new VerboseMark(count);

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
