namespace Common.Context.Internal;

/// <summary>What belongs to a request, and is disposed when its first scope ends.</summary>
internal sealed class RequestStorage
{
    private RequestValues? _values; // made when the first is kept: most requests keep none
    private int _isOwned;

    /// <summary>Says whether the caller is the first to enter the request, and so ends it.</summary>
    public bool TryOwn() => _isOwned == 0 && Interlocked.Exchange(ref _isOwned, 1) == 0;

    public object? Get(object key) => Volatile.Read(ref _values)?.Get(key);

    public void Set(object key, object? value) => Values().Set(key, value);

    public object GetOrAdd(object key, Func<object> make) => Values().GetOrAdd(key, make);

    public void Close() => Interlocked.Exchange(ref _values, RequestValues.Closed)?.Close();

    private RequestValues Values()
    {
        if (Volatile.Read(ref _values) is { } values)
        {
            return values;
        }

        var made = new RequestValues();
        return Interlocked.CompareExchange(ref _values, made, null) ?? made;
    }
}
