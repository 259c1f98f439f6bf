using System.Text;
using Common.Abstractions;

namespace Common.Exceptions.Tests.Http;

/// <summary>Errors over HTTP, through one service and through two.</summary>
public sealed class HttpTests(TwoServers servers) : IClassFixture<TwoServers>, IDisposable
{
    private static readonly Boundary All = new("first", "order.declared", "order.forwarded");

    private readonly HttpClient _client = new();

    [Theory]
    [MemberData(nameof(ProblemDocumentTests.Kinds), MemberType = typeof(ProblemDocumentTests))]
    public async Task Declared_error_comes_back_field_by_field(ErrorKind kind)
    {
        var error = await FailAsync($"error/{kind}/order.declared");

        Assert.Equal((kind, "order.declared"), (error.Kind, error.Code));
        Assert.Equal("What the caller may read.", error.PublicMessage);
        Assert.Equal(
            [new ErrorField("order_id", 42), new ErrorField("total", 129.95m)],
            error.Fields
        );
        Assert.Equal([new FieldError("/items/0", "required", "It is needed.")], error.Errors);
    }

    [Theory]
    [MemberData(nameof(ProblemDocumentTests.Kinds), MemberType = typeof(ProblemDocumentTests))]
    public async Task Forwarded_error_passes_two_services_as_it_is(ErrorKind kind)
    {
        var error = await FailAsync($"relay/{servers.Second.Port}/error/{kind}/order.forwarded");

        Assert.Equal((kind, "order.forwarded"), (error.Kind, error.Code));
        Assert.Equal(42, error.GetField("order_id"));
    }

    [Theory]
    [MemberData(nameof(BoundaryTests.Table), MemberType = typeof(BoundaryTests))]
    public async Task Error_that_is_not_forwarded_is_the_first_services_own(
        ErrorKind kind,
        ErrorKind expected,
        string code
    )
    {
        using var response = await GetAsync(
            $"relay/{servers.Second.Port}/error/{kind}/order.declared"
        );
        var body = await response.Content.ReadAsByteArrayAsync(
            TestContext.Current.CancellationToken
        );

        Assert.True(ProblemDocument.TryRead(body, out var document));
        Assert.Equal((expected, code), (document.Kind, document.Code));
        Assert.Equal(expected.ToHttpStatus(), (int)response.StatusCode);
        Assert.Empty(document.Fields);
    }

    public static TheoryData<string> Failures =>
        [
            "fail/invalid",
            "fail/format",
            "fail/database",
            "fail/aggregate",
            "fail/other",
            .. Enum.GetValues<ErrorKind>().Select(kind => $"error/{kind}/order.declared"),
        ];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Nothing_internal_is_among_the_bytes_of_an_answer(string path)
    {
        foreach (var whole in (string[])[path, $"relay/{servers.Second.Port}/{path}"])
        {
            using var response = await GetAsync(whole);
            var bytes =
                response.Headers.ToString()
                + response.Content.Headers
                + Encoding.UTF8.GetString(
                    await response.Content.ReadAsByteArrayAsync(
                        TestContext.Current.CancellationToken
                    )
                );

            Assert.True((int)response.StatusCode >= 400);
            foreach (
                var text in (string[])
                    ["hunter2", "db-west", "secret", "Exception", "   at ", ".cs", "System."]
            )
            {
                Assert.DoesNotContain(text, bytes, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public async Task Undeclared_exception_is_internal_with_the_request_ID()
    {
        using var response = await GetAsync("fail/invalid");

        Assert.True(
            ProblemDocument.TryRead(
                await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
                out var document
            )
        );
        Assert.Equal("internal.error", document.Code);
        Assert.False(document.RequestId.IsNone);
        Assert.Equal($"urn:uuid:{document.RequestId.ToString()[4..]}", document.Instance);
    }

    public void Dispose() => _client.Dispose();

    private Task<HttpResponseMessage> GetAsync(string path) =>
        _client.GetAsync(
            new Uri($"http://127.0.0.1:{servers.First.Port}/{path}"),
            TestContext.Current.CancellationToken
        );

    private async Task<ServiceException> FailAsync(string path)
    {
        using var response = await GetAsync(path);
        return await Assert.ThrowsAsync<ServiceException>(() =>
            All.EnsureSuccessAsync(response, TestContext.Current.CancellationToken)
        );
    }
}
