using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Common.Abstractions;
using Common.Context;
using Common.Testing;
using Common.Time;
using NodaTime;

namespace Common.Exceptions.Tests;

public sealed class BoundaryTests
{
    private static readonly Boundary Inventory = new("inventory", "sku.unknown", "stock.locked");

    public static TheoryData<ErrorKind, ErrorKind, string> Table
    {
        get
        {
            var table = new TheoryData<ErrorKind, ErrorKind, string>();
            foreach (var kind in Enum.GetValues<ErrorKind>())
            {
                var (expected, code) = kind switch
                {
                    ErrorKind.Unavailable => (kind, "dependency.unavailable"),
                    ErrorKind.DeadlineExceeded => (kind, "deadline.exceeded"),
                    ErrorKind.Cancelled => (kind, "request.cancelled"),
                    _ => (ErrorKind.Internal, "dependency.failed"),
                };
                table.Add(kind, expected, code);
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Translate_passes_on_only_what_is_not_the_dependencys_own(
        ErrorKind kind,
        ErrorKind expected,
        string code
    )
    {
        var answer = new ServiceException(kind, "sku.secret", "Secret of the dependency.");

        var error = Inventory.Translate(answer);

        Assert.Equal((expected, code), (error.Kind, error.Code));
        Assert.Same(answer, error.InnerException);
        Assert.DoesNotContain("Secret", error.PublicMessage, StringComparison.Ordinal);
        Assert.EndsWith(
            $"inventory answered {kind.ToWireName()}",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(ProblemDocumentTests.Kinds), MemberType = typeof(ProblemDocumentTests))]
    public void Translate_forwards_a_listed_code_as_it_is(ErrorKind kind)
    {
        var answer = new ServiceException(kind, "sku.unknown", "There is no SKU x.")
        {
            Fields = [new("sku", "x")],
            Errors = [new FieldError("/sku", "unknown", "Unknown.")],
            RetryAfter = Duration.FromSeconds(1),
        };

        var error = Inventory.Translate(answer);

        Assert.Equal((kind, "sku.unknown"), (error.Kind, error.Code));
        Assert.Equal(answer.PublicMessage, error.PublicMessage);
        Assert.Equal(answer.Fields, error.Fields);
        Assert.Equal(answer.Errors, error.Errors);
        Assert.Equal(answer.RetryAfter, error.RetryAfter);
        Assert.Same(answer, error.InnerException);
    }

    [Fact]
    public void Translate_keeps_the_time_after_which_an_unavailable_dependency_may_be_called()
    {
        var answer = new ServiceException(ErrorKind.Unavailable, "x.y", "Later.")
        {
            RetryAfter = Duration.FromSeconds(7),
        };

        Assert.Equal(Duration.FromSeconds(7), Inventory.Translate(answer).RetryAfter);
    }

    [Fact]
    public void Constructor_rejects_an_ill_formed_code() =>
        Assert.Equal(
            "An error's code is dotted lower case, such as order.not_found, of at most 100 characters. (Parameter 'forwards')",
            Assert.Throws<ArgumentException>(() => new Boundary("inventory", "Not A Code")).Message
        );

    [Fact]
    public async Task CallAsync_gives_a_success_back()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.NoContent);

        Assert.Same(response, await Call(response));
    }

    [Fact]
    public async Task CallAsync_gives_the_declared_error_back_that_the_operation_forwards()
    {
        var told = new ServiceException(ErrorKind.NotFound, "sku.unknown", "There is no SKU x.")
        {
            Fields = [new("sku", "x")],
        };

        var error = await Fails(Answer(404, ProblemDocument.From(told, RequestId.New())));

        Assert.Equal((ErrorKind.NotFound, "sku.unknown"), (error.Kind, error.Code));
        Assert.Equal(told.Fields, error.Fields);
    }

    public static TheoryData<int, string, ErrorKind> Foreign =>
        new()
        {
            { 404, "<html>Not found</html>", ErrorKind.Internal },
            { 403, "{\"code\":\"sku.other\"}", ErrorKind.Internal },
            { 429, "{}", ErrorKind.Internal },
            { 502, "{}", ErrorKind.Internal },
            { 302, "", ErrorKind.Internal },
            { 503, "{", ErrorKind.Unavailable },
            { 504, "", ErrorKind.DeadlineExceeded },
            { 499, "[]", ErrorKind.Cancelled },
        };

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task CallAsync_makes_a_well_formed_error_of_any_answer(
        int status,
        string body,
        ErrorKind kind
    ) => Assert.Equal(kind, (await Fails(Answer(status, Encoding.UTF8.GetBytes(body)))).Kind);

    [Fact]
    public async Task CallAsync_reads_no_more_of_a_body_than_a_document_may_have()
    {
        using var endless = new EndlessStream();
        using var content = new StreamContent(endless);
        content.Headers.ContentType = new MediaTypeHeaderValue(ProblemDocument.MediaType);

        var error = await Fails(
            new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = content }
        );

        Assert.Equal(ErrorKind.Unavailable, error.Kind);
        Assert.InRange(endless.BytesRead, 1, ProblemDocument.MaxLength + 1);
    }

    [Fact]
    public async Task CallAsync_makes_an_error_of_the_status_where_the_body_breaks_off()
    {
        using var content = new StreamContent(new BreakingStream("{\"code\":\"sku."u8.ToArray()));
        content.Headers.ContentType = new MediaTypeHeaderValue(ProblemDocument.MediaType);

        var error = await Fails(
            new HttpResponseMessage(HttpStatusCode.NotFound) { Content = content }
        );

        var answer = Assert.IsType<ServiceException>(error.InnerException);
        Assert.Equal((ErrorKind.NotFound, "http.status_404"), (answer.Kind, answer.Code));
    }

    [Fact]
    public async Task CallAsync_makes_an_error_of_the_status_where_the_body_does_not_come()
    {
        using var content = new StreamContent(new DrippingStream());
        content.Headers.ContentType = new MediaTypeHeaderValue(ProblemDocument.MediaType);

        var error = await Fails(
            new HttpResponseMessage(HttpStatusCode.NotFound) { Content = content }
        );

        var answer = Assert.IsType<ServiceException>(error.InnerException);
        Assert.Equal((ErrorKind.NotFound, "http.status_404"), (answer.Kind, answer.Code));
    }

    [Fact]
    public async Task EnsureSuccessAsync_passes_the_callers_own_cancellation_on()
    {
        using var content = new StreamContent(new DrippingStream());
        content.Headers.ContentType = new MediaTypeHeaderValue(ProblemDocument.MediaType);
        using var response = new HttpResponseMessage(HttpStatusCode.NotFound) { Content = content };
        using var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Boundary("inventory").EnsureSuccessAsync(response, caller.Token)
        );
    }

    [Fact]
    public async Task CallAsync_takes_Retry_After_from_the_header()
    {
        var response = Answer(503, "{\"retry_after\":1}"u8.ToArray());
        response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(9));

        Assert.Equal(Duration.FromSeconds(9), (await Fails(response)).RetryAfter);
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999999999")]
    public async Task CallAsync_takes_a_Retry_After_beyond_all_counting_as_the_longest(string text)
    {
        var response = Answer(503, "{\"retry_after\":1}"u8.ToArray());
        response.Headers.TryAddWithoutValidation("Retry-After", text);

        Assert.Equal(Duration.FromSeconds(int.MaxValue), (await Fails(response)).RetryAfter);
    }

    [Fact]
    public async Task CallAsync_counts_a_Retry_After_date_from_the_date_of_the_answer()
    {
        var response = Answer(503, "{}"u8.ToArray());
        response.Headers.Date = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
        response.Headers.RetryAfter = new RetryConditionHeaderValue(
            new DateTimeOffset(2001, 1, 1, 0, 1, 0, TimeSpan.Zero)
        );

        Assert.Equal(Duration.FromMinutes(1), (await Fails(response)).RetryAfter);
    }

    [Fact]
    public async Task CallAsync_does_not_know_the_outcome_of_a_call_that_may_not_be_repeated()
    {
        var response = Answer(502, []);
        response.RequestMessage = new HttpRequestMessage(HttpMethod.Post, "http://inventory/");

        var error = await Fails(response);

        Assert.Equal(ErrorKind.Internal, error.Kind);
        Assert.Equal(ErrorKind.Unknown, Assert.IsType<ServiceException>(error.InnerException).Kind);
    }

    [Fact]
    public async Task CallAsync_translates_what_the_call_threw()
    {
        var error = await Assert.ThrowsAsync<ServiceException>(() =>
            Inventory.CallAsync(
                _ => throw new SocketException((int)SocketError.ConnectionRefused),
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal(ErrorKind.Unavailable, error.Kind);
    }

    [Fact]
    public async Task CallAsync_lets_the_callers_own_cancellation_pass()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Inventory.CallAsync(
                token => Task.FromCanceled<HttpResponseMessage>(token),
                source.Token
            )
        );
    }

    [Fact]
    public async Task CallAsync_says_that_time_is_up_where_a_token_of_the_requests_deadline_cancelled_the_call()
    {
        var clock = new FakeClock();
        var request = new RequestContext
        {
            Deadline = Deadline.After(Duration.FromSeconds(1), clock),
        };
        using var entered = request.Enter();
        using var limit = request.Deadline.ToCancellation(TestContext.Current.CancellationToken);

        var call = Assert.ThrowsAsync<ServiceException>(() =>
            Inventory.CallAsync(
                async _ =>
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, clock, limit.Token);
                    return new HttpResponseMessage();
                },
                TestContext.Current.CancellationToken
            )
        );
        clock.Advance(Duration.FromSeconds(1));

        Assert.Equal("deadline.exceeded", (await call).Code);
    }

    [Fact]
    public async Task CallAsync_does_not_blame_the_caller_for_a_call_that_gave_up_by_itself()
    {
        using var caller = new CancellationTokenSource();

        var error = await Assert.ThrowsAsync<ServiceException>(() =>
            Inventory.CallAsync(_ => throw new OperationCanceledException(), caller.Token)
        );

        Assert.Equal(ErrorKind.Internal, error.Kind);
    }

    private static Task<HttpResponseMessage> Call(HttpResponseMessage response) =>
        Inventory.CallAsync(_ => Task.FromResult(response), TestContext.Current.CancellationToken);

    private static Task<ServiceException> Fails(HttpResponseMessage response)
    {
        response.RequestMessage ??= new HttpRequestMessage(HttpMethod.Get, "http://inventory/");
        return Assert.ThrowsAsync<ServiceException>(() => Call(response));
    }

    private static HttpResponseMessage Answer(int status, ProblemDocument document) =>
        Answer(status, document.ToUtf8Bytes());

    private static HttpResponseMessage Answer(int status, byte[] body) =>
        new((HttpStatusCode)status)
        {
            Content = new ByteArrayContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue(ProblemDocument.MediaType) },
            },
        };
}
