using Common.Context.Internal;

namespace Common.Context;

public sealed partial record RequestContext
{
    private View? _views;

    /// <summary>Gives an object derived from this context, made once and kept with it.</summary>
    /// <typeparam name="T">The type of the object; there is one for each type.</typeparam>
    /// <param name="make">Makes the object from this context. Two threads at once may both call it; one result is kept.</param>
    /// <returns>The kept object.</returns>
    /// <remarks>For forms that cost something to make, such as the encoded one of a log. A child made by <c>with</c> starts with none.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="make"/> is <see langword="null"/>.</exception>
    public T GetOrAddView<T>(Func<RequestContext, T> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(make);
        return Find<T>(_views) ?? Add(make(this));
    }

    private static T? Find<T>(View? first)
        where T : class
    {
        for (var view = first; view is not null; view = view.Next)
        {
            if (view.Value is T value)
            {
                return value;
            }
        }

        return null;
    }

    private T Add<T>(T made)
        where T : class
    {
        while (true)
        {
            var first = Volatile.Read(ref _views);
            if (Find<T>(first) is { } existing)
            {
                return existing;
            }

            if (
                ReferenceEquals(
                    Interlocked.CompareExchange(ref _views, new View(made, first), first),
                    first
                )
            )
            {
                return made;
            }
        }
    }
}
