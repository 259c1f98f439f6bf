using Common.Analyzers.CodeFixes.Context;
using Common.Analyzers.Context;

namespace Common.Analyzers.Tests.Context;

/// <summary>Tests of CMN5001 to CMN5004.</summary>
public sealed class ContextRulesTests
{
    [Fact]
    public Task CMN5001_a_suppressed_flow_is_reported() =>
        RoslynTest
            .Analyzer<SuppressedFlowAnalyzer>()
            .WithSource(
                """
                using System.Threading;

                class C
                {
                    object A() => [|ExecutionContext.SuppressFlow()|];
                    void B() => SuppressFlow();
                    void SuppressFlow() => ExecutionContext.IsFlowSuppressed();
                }
                """
            )
            .ReportsAsync(
                "'ExecutionContext.SuppressFlow' loses the request's context, its IDs and its trace; enter a detached context, or none"
            );

    private static readonly RoslynTest Void = RoslynTest
        .Analyzer<AsyncVoidAnalyzer>()
        .WithFix<AsyncVoidCodeFix>();

    [Fact]
    public Task CMN5002_async_void_is_reported_but_for_event_handlers() =>
        Void.WithSource(
                """
                using System;
                using System.Threading.Tasks;

                class C
                {
                    async void [|A|]() => await Task.Yield();
                    async void B(object sender, EventArgs e) => await Task.Yield();
                    async void D(object sender, MyArgs e) => await Task.Yield();
                    async void [|E|](object sender, string e) => await Task.Yield();
                    async Task F() => await Task.Yield();
                    void G() { }
                }

                class MyArgs : EventArgs { }
                """
            )
            .ReportsAsync(
                "'A' is async void: nobody can await it, and its exceptions end the process; return a Task",
                "'E' is async void: nobody can await it, and its exceptions end the process; return a Task"
            );

    [Fact]
    public Task CMN5002_the_fix_returns_a_Task() =>
        Void.WithSource(
                """
                using System.Threading.Tasks;

                class C
                {
                    public async void A() => await Task.Yield();
                }
                """
            )
            .FixesAsync(
                """
                using System.Threading.Tasks;

                class C
                {
                    public async Task A() => await Task.Yield();
                }
                """
            );

    [Fact]
    public Task CMN5002_there_is_no_fix_where_others_gave_the_signature() =>
        Void.WithSource(
                """
                using System;
                using System.Threading.Tasks;

                interface I { void A(); }
                class C : I { public async void A() => await Task.Yield(); }
                class D
                {
                    public async void A(int i) => await Task.Yield();
                    public void B() => Array.ForEach([1, 2], A);
                }
                """
            )
            .OffersNoFixAsync();

    [Fact]
    public Task CMN5003_a_forgotten_task_is_reported_unless_it_is_detached() =>
        RoslynTest
            .Analyzer<ForgottenTaskAnalyzer>()
            .WithSource(
                """
                using System;
                using System.Threading.Tasks;

                class C
                {
                    Task A() => Task.CompletedTask;
                    ValueTask<int> V() => default;
                    int N() => 1;

                    void B()
                    {
                        [|_ = A()|];
                        [|_ = V()|];
                        [|_ = Task.Run(A)|];
                        _ = N();
                        var kept = A();
                        using (Detach().Enter())
                        {
                            _ = A();
                        }
                    }

                    void D()
                    {
                        using var scope = EnterNone();
                        _ = A();
                    }

                    void E()
                    {
                        using var other = Enter();
                        [|_ = A()|];
                    }

                    C Detach() => this;
                    IDisposable Enter() => null!;
                    IDisposable EnterNone() => null!;
                }
                """
            )
            .ReportsAsync([
                .. Enumerable.Repeat(
                    "This task is forgotten: it may outlive the request whose context it uses; await it, or start it in a detached context",
                    4
                ),
            ]);

    private static readonly RoslynTest Client = RoslynTest
        .Analyzer<OwnHttpClientAnalyzer>()
        .WithFix<OwnHttpClientCodeFix>();

    [Fact]
    public Task CMN5004_a_client_of_ones_own_is_reported() =>
        Client
            .WithSource(
                """
                using System.Net.Http;

                class C
                {
                    object A() => [|new HttpClient()|];
                    HttpClient B() => [|new()|];
                    object D() => [|new HttpClient(new HttpClientHandler())|];
                    object E() => new HttpRequestMessage();
                    object F() => new Mine();
                }

                class Mine : HttpClient { }
                """
            )
            .ReportsAsync([
                .. Enumerable.Repeat(
                    "'new HttpClient' bypasses the handler that sends the request's context on; take the client from an IHttpClientFactory",
                    3
                ),
            ]);

    [Theory]
    [InlineData("class C { object A() => new System.Net.Http.HttpClient(); }")]
    [InlineData(
        "class C(System.Net.Http.HttpMessageHandler h) { object A() => new System.Net.Http.HttpClient(h); }"
    )]
    public Task CMN5004_there_is_no_fix_without_a_factory_or_with_a_handler(string source) =>
        Client.WithSource(source).OffersNoFixAsync();

    [Fact]
    public Task CMN5004_the_fix_takes_the_client_from_a_factory_in_scope() =>
        Client
            .WithSource(
                """
                using System.Net.Http;

                class C(IHttpClientFactory clients)
                {
                    HttpClient A() => new HttpClient();
                    HttpClient B() => new();
                    object Used() => clients;
                }

                namespace System.Net.Http
                {
                    public interface IHttpClientFactory { HttpClient CreateClient(); }
                }
                """
            )
            .FixesAsync(
                """
                using System.Net.Http;

                class C(IHttpClientFactory clients)
                {
                    HttpClient A() => clients.CreateClient();
                    HttpClient B() => clients.CreateClient();
                    object Used() => clients;
                }

                namespace System.Net.Http
                {
                    public interface IHttpClientFactory { HttpClient CreateClient(); }
                }
                """
            );
}
