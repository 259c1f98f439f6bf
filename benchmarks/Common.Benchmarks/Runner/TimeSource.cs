namespace Common.Benchmarks.Runner;

/// <summary>The clock that a row is measured with.</summary>
internal enum TimeSource
{
    /// <summary>The CPU time of the measuring thread: neighbours on a shared machine disturb it least.</summary>
    ThreadCpu,

    /// <summary>The CPU time of all threads of the process, for work that is handed to other threads.</summary>
    ProcessCpu,

    /// <summary>Elapsed time, for work that waits, such as writing to a file.</summary>
    Wall,
}
