using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Config;

/// <summary>Repeats work that takes so long that the call of a delegate is nothing beside it.</summary>
internal static class Loop
{
    public static Action<int> Of<T>(Func<T> work) =>
        count =>
        {
            for (var i = 0; i < count; i++)
            {
                Sink.Keep(work());
            }
        };
}
