using System.Runtime.ExceptionServices;

namespace Common.Tool.Incubator.Files;

/// <summary>Works on many files at once.</summary>
internal static class InParallel
{
    /// <summary>Maps each item, and gives the results in the items' order.</summary>
    /// <param name="items">The items.</param>
    /// <param name="map">Maps one; is called from several threads.</param>
    /// <param name="done">Is told of each item that is done; is called from several threads.</param>
    /// <returns>The results.</returns>
    /// <remarks>What goes wrong is thrown as it is, and always that of the first item that fails, so that a run says the same each time.</remarks>
    public static IReadOnlyList<TResult> Map<T, TResult>(
        IReadOnlyList<T> items,
        Func<T, TResult> map,
        Action? done = null
    )
    {
        var results = new TResult[items.Count];
        var faults = new ExceptionDispatchInfo?[items.Count];
        Parallel.For(
            0,
            items.Count,
            i =>
            {
#pragma warning disable CA1031 // thrown again below
                try
                {
                    results[i] = map(items[i]);
                }
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    faults[i] = ExceptionDispatchInfo.Capture(exception);
                }

                done?.Invoke();
            }
        );
        faults.FirstOrDefault(fault => fault is not null)?.Throw();
        return results;
    }
}
