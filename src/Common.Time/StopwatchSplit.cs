using System.Runtime.InteropServices;
using NodaTime;

namespace Common.Time;

/// <summary>One split of a <see cref="SplitStopwatch"/>.</summary>
/// <param name="Elapsed">The time since the start.</param>
/// <param name="Length">The time since the split before.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StopwatchSplit(Duration Elapsed, Duration Length);
