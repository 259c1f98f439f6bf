using System.Runtime.CompilerServices;
using Common.Abstractions;
using Common.Benchmarks.Runner;
using Common.Exceptions;

namespace Common.Benchmarks.Exceptions;

/// <summary>An error that is made, thrown, caught and classified.</summary>
internal sealed class ThrowRow : IRow
{
    public string Area => "Exceptions";

    public string Title => "make and throw a declared error, catch, classify";

    public IReadOnlyList<Contender> Prepare() =>
        [
            Contender.Baseline(
                "a bare Exception",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        try
                        {
                            ThrowBare(i);
                        }
                        catch (InvalidOperationException exception)
                        {
                            Sink.Keep(exception);
                        }
                    }
                }
            ),
            new(
                "a declared error",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        try
                        {
                            ThrowDeclared(i);
                        }
                        catch (ServiceException exception)
                        {
                            Sink.Keep(ErrorMap.Default.Classify(exception).ToHttpStatus());
                        }
                    }
                }
            )
            {
                Goals = [Goal.Ratio(1.1)],
            },
        ];

    // Never inlined: the price of an exception grows with the frames that it passes, and both shall pass as many.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowBare(int i) =>
        throw new InvalidOperationException(i < 0 ? "negative" : "There is no such order.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowDeclared(int i) => throw SampleErrors.OrderNotFound(i);
}
