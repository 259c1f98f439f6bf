using System.Net;
using System.Net.Http.Headers;
using Common.Abstractions;
using Common.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Common.Exceptions.Tests.Resilience;

public sealed class ResilienceHandlerTests
{
    [Theory]
    [InlineData("GET", 4)]
    [InlineData("HEAD", 4)]
    [InlineData("PUT", 4)]
    [InlineData("DELETE", 4)]
    [InlineData("OPTIONS", 4)]
    [InlineData("POST", 1)]
    [InlineData("PATCH", 1)]
    public async Task Only_idempotent_methods_are_sent_again(string method, int attempts)
    {
        using var server = new FakeServer(_ => new HttpResponseMessage(
            HttpStatusCode.ServiceUnavailable
        ));

        using var response = await server.FetchAsync(
            new HttpRequestMessage(new HttpMethod(method), "http://stock/")
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(attempts, server.Requests.Count);
    }

    [Fact]
    public async Task Post_with_an_idempotency_key_is_sent_again_with_the_same_key_and_body()
    {
        using var server = new FakeServer(attempt => new HttpResponseMessage(
            attempt < 2 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Created
        ));

        using var response = await server.FetchAsync(
            new HttpRequestMessage(HttpMethod.Post, "http://stock/")
            {
                Content = new StringContent("{\"sku\":\"x\"}"),
            }.WithIdempotencyKey("order-42")
        );

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(Enumerable.Repeat("POST order-42 {\"sku\":\"x\"}", 3), server.Requests);
    }

    [Fact]
    public void WithIdempotencyKey_makes_a_key_that_replaces_an_older_one()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://stock/");

        request.WithIdempotencyKey("old").WithIdempotencyKey();

        var key = Assert.Single(request.Headers.GetValues(IdempotencyKey.Header));
        Assert.True(Guid.TryParse(key, out _), key);
        Assert.True(request.IsSafeToRepeat());
        Assert.Throws<ArgumentException>(() => request.WithIdempotencyKey(" "));
    }

    [Fact]
    public async Task Body_that_is_a_stream_is_not_sent_again()
    {
        using var server = new FakeServer(_ => new HttpResponseMessage(
            HttpStatusCode.ServiceUnavailable
        ));

        using var response = await server.FetchAsync(
            new HttpRequestMessage(HttpMethod.Put, "http://stock/")
            {
                Content = new StreamContent(new MemoryStream([1, 2, 3])),
            }
        );

        Assert.Single(server.Requests);
    }

    public static TheoryData<int, int> Statuses =>
        new()
        {
            { 200, 1 },
            { 304, 1 },
            { 400, 1 },
            { 401, 1 },
            { 404, 1 },
            { 408, 1 },
            { 409, 1 },
            { 429, 1 },
            { 499, 1 },
            { 500, 1 },
            { 501, 1 },
            { 502, 1 },
            { 503, 4 },
            { 504, 4 },
        };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Status_decides_by_its_kind(int status, int attempts)
    {
        using var server = new FakeServer(_ => new HttpResponseMessage((HttpStatusCode)status));

        using var response = await server.FetchAsync(
            new HttpRequestMessage(HttpMethod.Get, "http://stock/")
        );

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(attempts, server.Requests.Count);
    }

    [Fact]
    public async Task Status_429_with_Retry_After_is_sent_again_after_that_time()
    {
        using var server = new FakeServer(attempt =>
        {
            var response = new HttpResponseMessage(
                attempt == 0 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK
            );
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(7));
            return response;
        });
        var start = server.Clock.GetCurrentInstant();

        using var response = await server.FetchAsync(
            new HttpRequestMessage(HttpMethod.Get, "http://stock/")
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.InRange(
            server.Clock.GetCurrentInstant() - start,
            Duration.FromSeconds(7),
            Duration.FromMilliseconds(7_200)
        );
    }

    [Fact]
    public async Task Body_of_an_error_is_read_within_the_attempt_and_no_further_than_its_limit()
    {
        using var endless = new EndlessStream();
        using var server = new FakeServer(_ => new HttpResponseMessage(HttpStatusCode.NotFound)
        {
            Content = new StreamContent(endless)
            {
                Headers = { ContentType = new MediaTypeHeaderValue(ProblemDocument.MediaType) },
            },
        });

        using var response = await server.FetchAsync(
            new HttpRequestMessage(HttpMethod.Get, "http://stock/")
        );

        Assert.InRange(endless.BytesRead, 1, ProblemDocument.MaxLength + 1);
        Assert.Equal(ProblemDocument.MediaType, response.Content.Headers.ContentType?.MediaType);
        var error = await Assert.ThrowsAsync<ServiceException>(() =>
            new Boundary("stock").EnsureSuccessAsync(
                response,
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(ErrorKind.NotFound, ((ServiceException)error.InnerException!).Kind);
    }

    [Theory]
    [InlineData(HttpStatusCode.MethodNotAllowed)]
    [InlineData(HttpStatusCode.NotModified)]
    public async Task Headers_of_the_content_stay_with_an_answer_that_is_no_success(
        HttpStatusCode status
    )
    {
        using var server = new FakeServer(_ => new HttpResponseMessage(status)
        {
            Content = new StringContent("x")
            {
                Headers =
                {
                    ContentEncoding = { "br" },
                    ContentLength = 1,
                    LastModified = DateTimeOffset.UnixEpoch,
                    Allow = { "GET", "HEAD" },
                },
            },
        });

        using var response = await server.FetchAsync(
            new HttpRequestMessage(HttpMethod.Get, "http://stock/")
        );

        var headers = response.Content.Headers;
        Assert.Equal("text/plain; charset=utf-8", headers.ContentType?.ToString());
        Assert.Equal(["br"], headers.ContentEncoding);
        Assert.Equal(DateTimeOffset.UnixEpoch, headers.LastModified);
        Assert.Equal(["GET", "HEAD"], headers.Allow);
        Assert.Equal(1, headers.ContentLength);
    }

    [Fact]
    public async Task Connection_that_goes_on_in_another_protocol_is_left_alone()
    {
        using var connection = new StreamContent(new MemoryStream());
        using var server = new FakeServer(_ => new HttpResponseMessage(
            HttpStatusCode.SwitchingProtocols
        )
        {
            Content = connection,
        });

        using var response = await server.FetchAsync(
            new HttpRequestMessage(HttpMethod.Get, "http://stock/")
        );

        Assert.Same(connection, response.Content);
    }

    [Fact]
    public async Task Body_of_an_error_that_drips_costs_one_attempt_at_most()
    {
        using var server = new FakeServer(_ => new HttpResponseMessage(HttpStatusCode.NotFound)
        {
            Content = new StreamContent(new DrippingStream()),
        });
        var start = server.Clock.GetCurrentInstant();

        var thrown = await Record.ExceptionAsync(() =>
            server.FetchAsync(new HttpRequestMessage(HttpMethod.Post, "http://stock/"))
        );

        Assert.Equal(ErrorKind.DeadlineExceeded, ErrorMap.Default.Classify(thrown!));
        Assert.Equal(Duration.FromSeconds(10), server.Clock.GetCurrentInstant() - start);
    }

    [Fact]
    public async Task Connection_that_is_refused_is_tried_again()
    {
        using var server = new FakeServer(_ =>
            throw new HttpRequestException(HttpRequestError.ConnectionError)
        );

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            server.FetchAsync(new HttpRequestMessage(HttpMethod.Get, "http://stock/"))
        );

        Assert.Equal(4, server.Requests.Count);
        Assert.Equal(3, server.Logger.Lines.Count);
        Assert.All(
            server.Logger.Lines,
            line =>
                Assert.StartsWith(
                    "Warning 300 call.retrying dependency=stock",
                    line,
                    StringComparison.Ordinal
                )
        );
    }

    /// <summary>An HTTP client named stock, as a service registers it, and the server that it reaches.</summary>
    private sealed class FakeServer : HttpMessageHandler
    {
        private readonly Func<int, HttpResponseMessage> _answer;
        private readonly ServiceProvider _services;

        public FakeServer(Func<int, HttpResponseMessage> answer)
        {
            _answer = answer;
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(Clock);
            services.AddLogging(logging => logging.AddProvider(Logger));
            services
                .AddHttpClient("stock")
                .AddCommonResilience()
                .ConfigurePrimaryHttpMessageHandler(() => this);
            _services = services.BuildServiceProvider();
        }

        public FakeClock Clock { get; } = new();

        public ListLogger Logger { get; } = new();

        public List<string> Requests { get; } = [];

        /// <summary>Sends a request while the clock moves from timer to timer.</summary>
        public Task<HttpResponseMessage> FetchAsync(HttpRequestMessage request) =>
            Task.Run(async () =>
            {
                using var client = _services
                    .GetRequiredService<IHttpClientFactory>()
                    .CreateClient("stock");
                var task = client.SendAsync(request);
                while (!task.IsCompleted)
                {
                    Clock.AdvanceToNextTimer();
                }

                return await task;
            });

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var key = request.Headers.TryGetValues(IdempotencyKey.Header, out var keys)
                ? string.Join(',', keys)
                : "-";
            var body = request.Content is null
                ? "-"
                : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            Requests.Add($"{request.Method} {key} {body}");
            return _answer(Requests.Count - 1);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _services.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
