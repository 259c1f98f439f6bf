using System.Runtime.CompilerServices;

namespace Common.Benchmarks.Runner;

/// <summary>Takes results, so that the compiler may not leave out the work that makes them.</summary>
internal static class Sink
{
    /// <summary>Uses the value as far as the compiler knows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Keep<T>(T value)
        where T : allows ref struct => _ = value;
}
