namespace Common.Context.Internal;

/// <summary>
/// Lives as long as a context that asks for details may be read by anyone: the collector says when it is gone, since work that was
/// started within a request sees its context for as long as it runs.
/// </summary>
internal sealed class VerboseMark
{
    private readonly VerboseCount _count;

    public VerboseMark(VerboseCount count)
    {
        _count = count;
        count.Add(1);
    }

#pragma warning disable MA0055 // only the collector knows when nobody can read the context any more
    ~VerboseMark() => _count.Add(-1);
#pragma warning restore MA0055
}
