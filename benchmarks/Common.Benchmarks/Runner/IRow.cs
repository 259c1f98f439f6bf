namespace Common.Benchmarks.Runner;

/// <summary>
/// One comparison: several ways of doing the same work. Every public or internal class of this assembly that
/// implements it and has a parameterless constructor is run; a row that is also <see cref="IDisposable"/> is disposed.
/// </summary>
internal interface IRow
{
    /// <summary>The group that the row is printed in, such as <c>Logging</c>.</summary>
    string Area { get; }

    /// <summary>The work that all contenders do, in a few words.</summary>
    string Title { get; }

    /// <summary>What time is measured. The CPU time of the measuring thread unless other threads do part of the work.</summary>
    TimeSource Time => TimeSource.ThreadCpu;

    /// <summary>Whether figures are printed as operations per second instead of time per operation.</summary>
    bool AsRate => false;

    /// <summary>Whether one operation takes seconds, so that a few of them are a warm-up, and fewer turns must do.</summary>
    bool IsHeavy => false;

    /// <summary>How many operations a turn has at least: more than one for those that begin a turn with a file or threads, which a machine may delay.</summary>
    int LeastOperations => 1;

    /// <summary>Makes the work small, since only that the row still runs is of interest. Called before <see cref="Prepare"/>.</summary>
    void Shrink() { }

    /// <summary>Prepares the contenders. Throws if they do not do the same work.</summary>
    IReadOnlyList<Contender> Prepare();
}
