using Common.Analyzers.CodeFixes.Context;
using Common.Analyzers.Context;

namespace Common.Analyzers.Tests.Context;

/// <summary>Tests of the fixes of CMN5001 and CMN5003.</summary>
public sealed class ContextFixTests
{
    /// <summary>As much of the package as the fixes write.</summary>
    private const string Package = """


        namespace Common.Context
        {
            public sealed class RequestContext
            {
                public static RequestContext Current => null;
                public RequestContext Detach() => this;
                public ContextScope Enter() => default;
                public static ContextScope EnterNone() => default;
            }

            public struct ContextScope : System.IDisposable { public void Dispose() { } }
        }
        """;

    private static readonly RoslynTest Flow = RoslynTest
        .Analyzer<SuppressedFlowAnalyzer>()
        .WithFix<SuppressedFlowCodeFix>();

    private static readonly RoslynTest Forgotten = RoslynTest
        .Analyzer<ForgottenTaskAnalyzer>()
        .WithFix<ForgottenTaskCodeFix>();

    [Fact]
    public Task CMN5001_the_fix_enters_a_detached_context() =>
        Flow.WithSource(
                """
                using System.Threading;
                using System.Threading.Tasks;
                using Common.Context;

                class C
                {
                    void A()
                    {
                        // why
                        using (ExecutionContext.SuppressFlow())
                        {
                            Task.Run(A);
                        }
                    }
                }
                """ + Package
            )
            .FixesAsync(
                """
                using System.Threading;
                using System.Threading.Tasks;
                using Common.Context;

                class C
                {
                    void A()
                    {
                        // why
                        using (RequestContext.Current?.Detach().Enter() ?? RequestContext.EnterNone())
                        {
                            Task.Run(A);
                        }
                    }
                }
                """ + Package
            );

    [Theory]
    [InlineData(
        "class C { void A() { var flow = System.Threading.ExecutionContext.SuppressFlow(); flow.Undo(); } }",
        true
    )]
    [InlineData(
        "class C { void A() { using (System.Threading.ExecutionContext.SuppressFlow()) { } } }",
        false
    )]
    public Task CMN5001_there_is_no_fix_where_it_is_undone_by_hand_or_there_is_no_context(
        string source,
        bool hasPackage
    ) => Flow.WithSource(source + (hasPackage ? Package : "")).OffersNoFixAsync();

    [Fact]
    public Task CMN5003_the_fix_awaits_in_an_async_method_and_detaches_in_another() =>
        Forgotten
            .WithSource(
                """
                using System.Threading.Tasks;
                using Common.Context;

                class C
                {
                    Task Work() => Task.CompletedTask;

                    async Task A()
                    {
                        await Task.Yield();
                        _ = Work(); // one
                        _ = Task.Run(Work);
                    }

                    void B()
                    {
                        // two
                        _ = Work();
                    }
                }
                """ + Package
            )
            .FixesAsync(
                """
                using System.Threading.Tasks;
                using Common.Context;

                class C
                {
                    Task Work() => Task.CompletedTask;

                    async Task A()
                    {
                        await Task.Yield();
                        await Work(); // one
                        await Task.Run(Work);
                    }

                    void B()
                    {
                        // two
                        using (RequestContext.Current?.Detach().Enter() ?? RequestContext.EnterNone())
                        {
                            _ = Work();
                        }
                    }
                }
                """ + Package
            );

    [Fact]
    public Task CMN5003_there_is_no_fix_where_there_is_nothing_to_await_or_enter() =>
        Forgotten
            .WithSource(
                "class C { void A(System.Func<System.Threading.Tasks.Task> work) { _ = work(); } }"
            )
            .OffersNoFixAsync();
}
