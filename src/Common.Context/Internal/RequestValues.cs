namespace Common.Context.Internal;

/// <summary>The values that belong to a request. Those that can be are disposed in the reverse order when it ends.</summary>
internal sealed class RequestValues
{
    private readonly Lock _gate = new();
    private Dictionary<object, object?>? _values;
    private List<IDisposable>? _disposables;
    private bool _isClosed;

    /// <summary>The values of every request that is over: there are none, and there will be none.</summary>
    public static RequestValues Closed { get; } = new() { _isClosed = true };

    public object? Get(object key)
    {
        if (Volatile.Read(ref _values) is null)
        {
            return null; // without the lock, which all requests that are over share
        }

        lock (_gate)
        {
            return _values?.GetValueOrDefault(key);
        }
    }

    public void Set(object key, object? value)
    {
        lock (_gate)
        {
            Add(key, value);
        }
    }

    public object GetOrAdd(object key, Func<object> make)
    {
        lock (_gate)
        {
            if (_values?.GetValueOrDefault(key) is { } existing)
            {
                return existing;
            }

            CheckOpen();
            var made = make();
            Add(key, made);
            return made;
        }
    }

    public void Close()
    {
        List<IDisposable>? disposables;
        lock (_gate)
        {
            _isClosed = true;
            disposables = _disposables;
            _values = null;
            _disposables = null;
        }

        if (disposables is not null)
        {
            DisposeAll(disposables);
        }
    }

    private static void DisposeAll(List<IDisposable> disposables)
    {
        List<Exception>? failures = null;
        for (var i = disposables.Count - 1; i >= 0; i--)
        {
#pragma warning disable CA1031 // the others must be disposed all the same; what failed is thrown at the end
            try
            {
                disposables[i].Dispose();
            }
            catch (Exception exception)
#pragma warning restore CA1031
            {
                (failures ??= []).Add(exception);
            }
        }

        if (failures is not null)
        {
            throw new AggregateException(
                "Something that belonged to the request could not be disposed.",
                failures
            );
        }
    }

    private void Add(object key, object? value)
    {
        CheckOpen();
        (_values ??= [])[key] = value;
        if (value is IDisposable disposable && _disposables?.Contains(disposable) is not true)
        {
            (_disposables ??= []).Add(disposable);
        }
    }

    private void CheckOpen()
    {
        if (_isClosed)
        {
            throw new InvalidOperationException(
                "The request is over; work that outlives it must enter a detached context."
            );
        }
    }
}
