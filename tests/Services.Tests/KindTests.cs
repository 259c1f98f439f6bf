using Common.Abstractions;
using Common.Exceptions;
using Common.Logging;
using NodaTime;

namespace Services.Tests;

/// <summary>The whole table of kinds over HTTP: what a service tells, and what a service that asks it makes of that.</summary>
public sealed class KindTests(Chain chain)
{
    // What only the operators may read: of the one that failed, and of the one that asked it.
    private const string Secret = "Root=/srv/orders/secret";
    private const string Asked = "next answered ";

    private static readonly FieldError[] Errors =
    [
        new("/items/0/sku", "field.required", "It is needed."),
        new("/total", "field.range", "It is too large."),
    ];

    public static TheoryData<ErrorKind> Kinds => [.. Enum.GetValues<ErrorKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_kind_is_told_by_status_code_and_fields_and_logged_as_the_table_says(
        ErrorKind kind
    )
    {
        var answer = await chain.Third.SendAsync($"GET /errors/{kind}");

        AssertDeclared(answer, kind);
        AssertEnd(
            await chain.Third.RecordsOfAsync(answer.GlobalRequestId),
            kind,
            Code(kind),
            Secret
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_client_of_ours_gets_the_declared_error_back_field_by_field(ErrorKind kind)
    {
        using var http = new HttpClient { BaseAddress = chain.Third.Address };
        var boundary = new Boundary("relay", Code(kind));

        var error = await Assert.ThrowsAsync<ServiceException>(() =>
            boundary.CallAsync(
                token => http.GetAsync(new Uri($"/errors/{kind}", UriKind.Relative), token),
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal((kind, Code(kind)), (error.Kind, error.Code));
        Assert.Equal("It failed for order 42.", error.PublicMessage);
        Assert.Equal([new("order_id", 42), new("total", 129.95m)], error.Fields);
        Assert.Equal(Errors, error.Errors);
        Assert.Equal(Later(kind), error.RetryAfter);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_kind_that_is_forwarded_passes_a_service_as_it_is(ErrorKind kind)
    {
        var answer = await chain.Second.SendAsync($"GET /forward/errors/{kind}");

        AssertDeclared(answer, kind);
        await AssertBothAsync(answer, kind, kind, Code(kind));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_kind_that_is_not_forwarded_becomes_the_services_own(ErrorKind kind)
    {
        var (own, code) = kind switch
        {
            ErrorKind.Unavailable => (kind, "dependency.unavailable"),
            ErrorKind.DeadlineExceeded => (kind, "deadline.exceeded"),
            ErrorKind.Cancelled => (kind, "request.cancelled"),
            _ => (ErrorKind.Internal, "dependency.failed"),
        };

        var answer = await chain.Second.SendAsync($"GET /keep/errors/{kind}");

        var document = answer.Problem;
        Assert.Equal(own.ToHttpStatus(), answer.Status);
        Assert.Equal((own, code, answer.Status), (document.Kind, document.Code, document.Status));
        Assert.Equal(answer.RequestId, document.RequestId);
        Assert.Empty(document.Fields);
        Assert.Empty(document.Errors);
        Assert.DoesNotContain("order", document.Detail, StringComparison.Ordinal);
        await AssertBothAsync(answer, kind, own, code);
    }

    // The one that fails logs it by its kind, once for each attempt; the one that asked logs its retries and its own end.
    private async Task AssertBothAsync(Answer answer, ErrorKind failed, ErrorKind told, string code)
    {
        // Unavailable comes with a Retry-After that nobody has time for.
        var attempts = failed == ErrorKind.DeadlineExceeded ? 4 : 1;
        var behind = await chain.Third.RecordsOfAsync(answer.GlobalRequestId, attempts);
        var asking = await chain.Second.RecordsOfAsync(answer.GlobalRequestId);

        Assert.Equal(attempts, behind.Count(RelayService.IsEnd));
        Assert.All(
            behind.Where(RelayService.IsEnd),
            end => AssertEnd([end], failed, Code(failed), Secret)
        );
        AssertEnd(asking, told, code, Asked);
        Assert.Equal(
            Enumerable.Repeat("call.retrying", attempts - 1),
            asking.Where(r => r.SeverityText == "WARN").Select(r => r.EventName)
        );
    }

    private static void AssertDeclared(Answer answer, ErrorKind kind)
    {
        var document = answer.Problem;
        Assert.Equal(kind.ToHttpStatus(), answer.Status);
        Assert.Equal(
            (kind, Code(kind), answer.Status),
            (document.Kind, document.Code, document.Status)
        );
        Assert.Equal("It failed for order 42.", document.Detail);
        Assert.Equal([new("order_id", 42), new("total", 129.95m)], document.Fields);
        Assert.Equal(Errors, document.Errors);
        Assert.Equal(answer.RequestId, document.RequestId);
        Assert.Equal($"urn:uuid:{answer.RequestId.ToString()[4..]}", document.Instance);
        Assert.Equal(Later(kind), document.RetryAfter);
        Assert.Equal(Later(kind) is null ? null : "600", answer.Header("Retry-After"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    private static void AssertEnd(
        IReadOnlyList<LogRecord> records,
        ErrorKind kind,
        string code,
        string detail
    )
    {
        var isRejected = kind.ToEventKind() == EventKind.Rejected;
        var end = Assert.Single(records, RelayService.IsEnd);
        Assert.Equal(isRejected ? "http.rejected" : "http.failed", end.EventName);
        Assert.Equal(isRejected ? "INFO" : "ERROR", end.SeverityText);
        Assert.Equal(code, end.Attributes["code"]);
        Assert.Equal(isRejected, end.Exception is null);
        Assert.DoesNotContain(records, r => r != end && r.SeverityNumber >= 17);

        var told = isRejected ? (string)end.Attributes["reason"]! : end.Exception!.Message;
        Assert.Contains(detail, told, StringComparison.Ordinal);
    }

    private static Duration? Later(ErrorKind kind) =>
        kind is ErrorKind.Unavailable or ErrorKind.ResourceExhausted
            ? Duration.FromMinutes(10)
            : null;

    private static string Code(ErrorKind kind) => "kind." + kind.ToWireName().ToLowerInvariant();
}
