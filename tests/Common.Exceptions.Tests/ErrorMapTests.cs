using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;
using Common.Abstractions;
using Common.Context;
using Common.Testing;
using Common.Time;
using NodaTime;

namespace Common.Exceptions.Tests;

public sealed class ErrorMapTests
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    public static TheoryData<Exception, ErrorKind, string> Table =>
        new()
        {
            { new InvalidOperationException(), ErrorKind.Internal, "internal.error" },
            { new System.Text.DecoderFallbackException("x"), ErrorKind.Internal, "internal.error" },
            { new UnauthorizedAccessException(), ErrorKind.Internal, "internal.error" },
            { new JsonException(), ErrorKind.Internal, "internal.error" },
            { new NotImplementedException(), ErrorKind.Internal, "internal.error" },
            { new OperationCanceledException(), ErrorKind.Cancelled, "request.cancelled" },
            {
                new TaskCanceledException("x", new TimeoutException()),
                ErrorKind.DeadlineExceeded,
                "deadline.exceeded"
            },
            { new TimeoutException(), ErrorKind.DeadlineExceeded, "deadline.exceeded" },
            {
                new SocketException((int)SocketError.ConnectionRefused),
                ErrorKind.Unavailable,
                "dependency.unavailable"
            },
            {
                new SocketException((int)SocketError.HostNotFound),
                ErrorKind.Unavailable,
                "dependency.unavailable"
            },
            {
                new SocketException((int)SocketError.AddressAlreadyInUse),
                ErrorKind.Internal,
                "internal.error"
            },
            {
                new HttpRequestException(HttpRequestError.ConnectionError),
                ErrorKind.Unavailable,
                "dependency.unavailable"
            },
            {
                new HttpRequestException(HttpRequestError.SecureConnectionError),
                ErrorKind.Internal,
                "dependency.failed"
            },
            {
                new HttpRequestException("x", new SocketException((int)SocketError.TimedOut)),
                ErrorKind.Unavailable,
                "dependency.unavailable"
            },
            {
                new HttpRequestException("x", null, HttpStatusCode.ServiceUnavailable),
                ErrorKind.Unavailable,
                "dependency.unavailable"
            },
            {
                new HttpRequestException("x", null, HttpStatusCode.GatewayTimeout),
                ErrorKind.DeadlineExceeded,
                "deadline.exceeded"
            },
            {
                new HttpRequestException("x", null, HttpStatusCode.Forbidden),
                ErrorKind.Internal,
                "dependency.failed"
            },
            {
                new IOException("x", new SocketException((int)SocketError.ConnectionReset)),
                ErrorKind.Unavailable,
                "dependency.unavailable"
            },
            { new IOException("disk full"), ErrorKind.Internal, "internal.error" },
            { new FileNotFoundException(), ErrorKind.Internal, "internal.error" },
            { new FakeDbException("40001"), ErrorKind.Aborted, "transaction.aborted" },
            { new FakeDbException("40P01"), ErrorKind.Aborted, "transaction.aborted" },
            { new FakeDbException("40003"), ErrorKind.Unknown, "outcome.unknown" },
            { new FakeDbException("08007"), ErrorKind.Unknown, "outcome.unknown" },
            { new FakeDbException("08006"), ErrorKind.Unavailable, "dependency.unavailable" },
            { new FakeDbException("53300"), ErrorKind.Unavailable, "dependency.unavailable" },
            { new FakeDbException("57P01"), ErrorKind.Unavailable, "dependency.unavailable" },
            { new FakeDbException("57014"), ErrorKind.DeadlineExceeded, "deadline.exceeded" },
            { new FakeDbException("23505"), ErrorKind.Internal, "internal.error" },
            { new FakeDbException(null), ErrorKind.Internal, "internal.error" },
            {
                new FakeDbException(null, isTransient: true),
                ErrorKind.Unavailable,
                "dependency.unavailable"
            },
            {
                new FakeDbException(null, inner: new TimeoutException()),
                ErrorKind.DeadlineExceeded,
                "deadline.exceeded"
            },
            {
                new TargetInvocationException(new TimeoutException()),
                ErrorKind.DeadlineExceeded,
                "deadline.exceeded"
            },
            {
                new AggregateException(
                    new OperationCanceledException(),
                    new TimeoutException(),
                    new FakeDbException("40003"),
                    new SocketException((int)SocketError.ConnectionRefused)
                ),
                ErrorKind.Unknown,
                "outcome.unknown"
            },
            {
                new AggregateException(new AggregateException(new TimeoutException())),
                ErrorKind.DeadlineExceeded,
                "deadline.exceeded"
            },
            { new AggregateException(), ErrorKind.Internal, "internal.error" },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Map_says_what_an_exception_means(Exception exception, ErrorKind kind, string code)
    {
        var error = ErrorMap.Default.Map(exception);

        Assert.Equal((kind, code), (error.Kind, error.Code));
        Assert.Equal(kind, ErrorMap.Default.Classify(exception));
    }

    [Fact]
    public void Map_gives_a_declared_error_as_it_is()
    {
        var declared = new ServiceException(ErrorKind.NotFound, "order.not_found", "None.");

        Assert.Same(declared, ErrorMap.Default.Map(declared));
        Assert.Same(declared, ErrorMap.Default.Map(new AggregateException(declared)));
    }

    [Fact]
    public void Map_tells_nothing_of_an_exception_that_nobody_declared()
    {
        var cause = new InvalidOperationException(
            "Host=db-3;Password=hunter2",
            new IOException("/etc/shadow")
        );

        var error = ErrorMap.Default.Map(cause);

        Assert.Equal(
            "Something went wrong in the service. Its operators find the reason under the request ID.",
            error.PublicMessage
        );
        Assert.Empty(error.Fields);
        Assert.Same(cause, error.InnerException);
    }

    public static TheoryData<Exception, ErrorKind> WhileReading =>
        new()
        {
            { new JsonException(), ErrorKind.InvalidArgument },
            { new FormatException(), ErrorKind.InvalidArgument },
            { new System.Text.DecoderFallbackException("x"), ErrorKind.InvalidArgument },
            { new InvalidDataException(), ErrorKind.InvalidArgument },
            { new IOException("Unexpected end of request content."), ErrorKind.InvalidArgument },
            { new InvalidOperationException(), ErrorKind.Internal },
            { new UnauthorizedAccessException(), ErrorKind.Internal },
            { new TimeoutException(), ErrorKind.DeadlineExceeded },
        };

    [Theory]
    [MemberData(nameof(WhileReading))]
    public void Map_blames_the_caller_for_what_cannot_be_read(
        Exception exception,
        ErrorKind kind
    ) =>
        Assert.Equal(
            kind,
            ErrorMap.Default.Classify(exception, new MapScope { Phase = WorkPhase.Reading })
        );

    public static TheoryData<Exception, ErrorKind> WhileCommitting =>
        new()
        {
            { new TimeoutException(), ErrorKind.Unknown },
            { new OperationCanceledException(), ErrorKind.Unknown },
            { new SocketException((int)SocketError.ConnectionReset), ErrorKind.Unknown },
            { new FakeDbException("08006"), ErrorKind.Unknown },
            { new FakeDbException("57014"), ErrorKind.Unknown },
            { new FakeDbException("40001"), ErrorKind.Aborted },
            { new InvalidOperationException(), ErrorKind.Internal },
        };

    [Theory]
    [MemberData(nameof(WhileCommitting))]
    public void Map_does_not_know_the_outcome_of_a_commit_that_broke_off(
        Exception exception,
        ErrorKind kind
    ) =>
        Assert.Equal(
            kind,
            ErrorMap.Default.Classify(exception, new MapScope { Phase = WorkPhase.Committing })
        );

    [Fact]
    public void Map_tells_the_cancellations_apart()
    {
        using var waiting = new CancellationTokenSource();
        var exception = new OperationCanceledException();

        Assert.Equal(
            "request.cancelled",
            Code(new MapScope { Caller = Cancelled, Stopping = Cancelled })
        );
        Assert.Equal(
            "deadline.exceeded",
            Code(new MapScope { Caller = Cancelled, IsDeadlineOver = true })
        );
        Assert.Equal(
            "service.stopping",
            Code(new MapScope { Caller = waiting.Token, Stopping = Cancelled })
        );
        Assert.Equal("service.stopping", Code(new MapScope { Stopping = Cancelled }));
        Assert.Equal("internal.error", Code(new MapScope { Caller = waiting.Token }));
        Assert.Equal("request.cancelled", Code(default));

        string Code(MapScope scope) => ErrorMap.Default.Map(exception, scope).Code;
    }

    [Fact]
    public void Map_knows_the_deadline_of_the_current_request()
    {
        var clock = new FakeClock();
        var request = new RequestContext
        {
            Deadline = Deadline.After(Duration.FromSeconds(1), clock),
        };
        using var entered = request.Enter();
        var exception = new OperationCanceledException();

        Assert.Equal("request.cancelled", ErrorMap.Default.Map(exception).Code);
        clock.Advance(Duration.FromSeconds(1));
        Assert.Equal("deadline.exceeded", ErrorMap.Default.Map(exception).Code);
        Assert.Equal(
            "deadline.exceeded",
            ErrorMap.Default.Map(exception, new MapScope { Caller = Cancelled }).Code
        );
    }

    [Fact]
    public void Map_blames_a_caller_that_went_away_while_its_request_was_read() =>
        Assert.Equal(
            ErrorKind.Cancelled,
            ErrorMap.Default.Classify(
                new IOException(),
                new MapScope { Phase = WorkPhase.Reading, Caller = Cancelled }
            )
        );

    [Fact]
    public void Map_asks_the_services_own_entries_first_the_most_derived_type_before_its_bases()
    {
        var map = new ErrorMapBuilder()
            .Add<IOException>(e => new ServiceException(
                ErrorKind.DataLoss,
                "own.io",
                "IO.",
                null,
                e
            ))
            .Add<FileNotFoundException>(e =>
                e.FileName == "known"
                    ? new ServiceException(ErrorKind.NotFound, "own.file", "File.", null, e)
                    : null
            )
            .Build();

        Assert.Equal("own.file", map.Map(new FileNotFoundException("x", "known")).Code);
        Assert.Equal("own.io", map.Map(new FileNotFoundException("x", "other")).Code);
        Assert.Equal("own.io", map.Map(new AggregateException(new EndOfStreamException())).Code);
        Assert.Equal("deadline.exceeded", map.Map(new TimeoutException()).Code);
    }

    [Fact]
    public void Map_comes_to_an_end_with_an_entry_that_throws()
    {
        var map = new ErrorMapBuilder()
            .Add<IOException>(e => throw new KeyNotFoundException("no such disk"))
            .Build();
        var thrown = new IOException("x");

        var error = map.Map(new AggregateException(thrown, new TimeoutException()));

        Assert.Equal("internal.error", error.Code);
        Assert.Same(thrown, error.InnerException);
        Assert.EndsWith(
            "its entry of the error map threw KeyNotFoundException: no such disk",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Map_lets_a_service_translate_declared_errors_of_its_libraries()
    {
        var map = new ErrorMapBuilder()
            .Add<ServiceException>(e => e.Code == "lib.gone" ? CommonErrors.InternalError(e) : null)
            .Build();

        Assert.Equal(
            ErrorKind.Internal,
            map.Classify(new ServiceException(ErrorKind.NotFound, "lib.gone", "Gone."))
        );
        Assert.Equal(
            ErrorKind.NotFound,
            map.Classify(new ServiceException(ErrorKind.NotFound, "lib.other", "Gone."))
        );
    }
}
