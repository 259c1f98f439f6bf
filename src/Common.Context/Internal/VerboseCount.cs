namespace Common.Context.Internal;

/// <summary>Counts the marks that live.</summary>
internal sealed class VerboseCount
{
    private int _living;

    /// <summary>Whether there is one.</summary>
    public bool IsAny => Volatile.Read(ref _living) > 0;

    /// <summary>Counts marks that are made or gone.</summary>
    public void Add(int marks) => Interlocked.Add(ref _living, marks);
}
