using Common.Context.Internal;

namespace Common.Context;

/// <summary>A value that belongs to the current request and is disposed with it.</summary>
/// <typeparam name="T">The type of the value. One that is <see cref="IDisposable"/> is disposed at the end of the request.</typeparam>
/// <remarks>
/// Keep it in a static read-only field. All flows of a request share the value, those of children made by <c>with</c> too; a
/// detached context has values of its own. Thread-safe.
/// </remarks>
public sealed class RequestLocal<T>
    where T : class
{
    /// <summary>The value of the current request.</summary>
    /// <value><see langword="null"/> if none was set, there is no request, or it is over. Setting another does not dispose the one before until the request ends.</value>
    /// <exception cref="InvalidOperationException">The value is set outside of a request or after its end.</exception>
    /// <exception cref="ArgumentException">The value that is set can only be disposed asynchronously.</exception>
    public T? Value
    {
        get => (T?)RequestContext.Current?.FindValues()?.Get(this);
        set => Values().Set(this, Check(value));
    }

    /// <summary>Gives the value of the current request and makes it first if there is none.</summary>
    /// <param name="make">Makes the value. It is called once for a request, under a lock of the request.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">There is no request, or it is over.</exception>
    /// <exception cref="ArgumentException">What was made can only be disposed asynchronously.</exception>
    public T GetOrAdd(Func<T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        return (T)Values().GetOrAdd(this, () => Check(make())!);
    }

    private static RequestValues Values() =>
        RequestContext.Current?.Values
        ?? throw new InvalidOperationException(
            "There is no request that the value could belong to."
        );

    private static T? Check(T? value) =>
        value is IAsyncDisposable and not IDisposable
            ? throw new ArgumentException(
                $"{typeof(T).Name} can only be disposed asynchronously, and a request ends synchronously.",
                nameof(value)
            )
            : value;
}
