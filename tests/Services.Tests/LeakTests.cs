using Common.Abstractions;

namespace Services.Tests;

/// <summary>No text of an exception, stack, path or connection string is among the bytes of any answer.</summary>
public sealed class LeakTests(Chain chain)
{
    private static readonly string[] Internal =
    [
        "hunter2", // of the connection string
        "postgres-3",
        "Password",
        "secret",
        "/srv",
        "SELECT",
        "42P01", // the database's own code
        "Exception",
        "   at ",
        ".cs",
        ".dll",
        "System.",
        "Relay",
        "127.0.0.1", // where the next service is
        "next", // how it is called inside
    ];

    public static TheoryData<string> Failures =>
        [
            .. new[]
            {
                "invalid",
                "argument",
                "file",
                "access",
                "json",
                "database",
                "aggregate",
                "other",
            }.Select(name => $"/defects/{name}"),
            .. Enum.GetValues<ErrorKind>().Select(kind => $"/errors/{kind}"),
            "/errors/NoSuchKind",
            "/no/such/path",
        ];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Nothing_internal_is_among_the_bytes(string path)
    {
        var answers = new[]
        {
            await chain.Third.SendAsync("GET " + path),
            await chain.Second.SendAsync("GET /forward" + path),
            await chain.Second.SendAsync("GET /keep" + path),
        };

        foreach (var answer in answers)
        {
            Assert.InRange(answer.Status, 400, 599);
            _ = answer.Problem;
            foreach (var text in Internal)
            {
                Assert.DoesNotContain(text, answer.Text, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Theory]
    [InlineData("/defects/invalid", "InvalidOperationException")]
    [InlineData("/defects/database", "DatabaseException")]
    [InlineData("/defects/aggregate", "AggregateException")]
    public async Task The_operator_finds_it_all_under_the_request_ID_of_the_answer(
        string path,
        string type
    )
    {
        var answer = await chain.Third.SendAsync("GET " + path);

        var end = Assert.Single(
            await chain.Third.RecordsOfAsync(answer.GlobalRequestId),
            RelayService.IsEnd
        );
        Assert.Equal(answer.Problem.RequestId, end.RequestId);
        Assert.EndsWith(type, end.Exception!.Type, StringComparison.Ordinal);
        Assert.Contains("Host=postgres-3", end.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Relay.Endpoints", end.Exception.StackTrace, StringComparison.Ordinal);
    }
}
