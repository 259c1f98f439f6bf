using Common.Context.Internal;

namespace Common.Context;

/// <content>What belongs to the request: kept by the context that it began with, for all children that <c>with</c> makes of it.</content>
public sealed partial record RequestContext
{
    private RequestContext? _root; // null if it is this one
    private RequestValues? _values; // made when the first is kept: most requests keep none
    private int _isOwned;

    /// <summary>The values of the request. Made if there are none, so that one can be added.</summary>
    internal RequestValues Values
    {
        get
        {
            ref var values = ref Root._values;
            if (Volatile.Read(ref values) is { } existing)
            {
                return existing;
            }

            var made = new RequestValues();
            return Interlocked.CompareExchange(ref values, made, null) ?? made;
        }
    }

    private RequestContext Root => _root ?? this;

    /// <summary>The values of the request, if it has any.</summary>
    internal RequestValues? FindValues() => Volatile.Read(ref Root._values);

    /// <summary>Ends the request: disposes its values, and takes no more.</summary>
    internal void End() => Interlocked.Exchange(ref Root._values, RequestValues.Closed)?.Close();

    /// <summary>Says whether the caller is the first to enter the request, and so ends it.</summary>
    private bool TryOwn()
    {
        var root = Root;
        return root._isOwned == 0 && Interlocked.Exchange(ref root._isOwned, 1) == 0;
    }
}
