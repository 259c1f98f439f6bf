namespace Common.Tool.Tests.Release;

/// <summary>What readers of logs rely on in an event, and callers in an error, is kept by the policy, as an API is.</summary>
public sealed class DeclaredShapeTests : IDisposable
{
    private const string Deprecated =
        """[assembly: CatalogueEntry("event", "{\"id\":1042,\"name\":\"order.completed\",\"kind\":\"Completed\",\"fields\":[],\"deprecated\":{\"since\":\"1.1\",\"replacement\":\"order.done\"}}")]""";

    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("order.completed", "order.done", "event order.completed")]
    [InlineData("1042", "1043", "event order.completed id=1042")]
    [InlineData("Completed\\\"", "Failed\\\"", "event order.completed kind=Completed")]
    [InlineData("order_id", "order_number", "event order.completed field order_id: integer")]
    [InlineData("integer", "string", "event order.completed field order_id: integer")]
    public async Task Changed_event_is_found(string old, string changed, string item)
    {
        await _repository.ShipAsync(Event(), "1.1.0");
        _repository.Pack(Event().Replace(old, changed, StringComparison.Ordinal));

        var run = await _repository.CheckAsync();

        Assert.Equal(
            $"""
            Lib: CMN0006 '{item}' was shipped in 1.0 and is gone: deprecate it first; shipped deprecated in 1.1, it may be removed in 3.0
            1 findings in 1 packages for 1.1.0.
            """,
            run.Output
        );
        Assert.Equal(1, run.ExitCode);
    }

    [Theory]
    [InlineData("NotFound", "Aborted", "error order.not_found kind=NotFound")]
    [InlineData("\\\"id\\\"", "\\\"order\\\"", "error order.not_found field id: string")]
    [InlineData("order.not_found", "order.unknown", "error order.not_found")]
    public async Task Changed_error_is_found(string old, string changed, string item)
    {
        const string Error =
            """[assembly: CatalogueEntry("error", "{\"code\":\"order.not_found\",\"kind\":\"NotFound\",\"fields\":[{\"name\":\"id\",\"type\":\"string\"}]}")] public class C { }""";
        await _repository.ShipAsync(Error, "1.1.0");
        _repository.Pack(Error.Replace(old, changed, StringComparison.Ordinal));

        Assert.StartsWith(
            $"Lib: CMN0006 '{item}' was shipped in 1.0 and is gone: deprecate it first",
            (await _repository.CheckAsync()).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Dropped_event_is_found_once()
    {
        await _repository.ShipAsync(Event(), "1.1.0");
        _repository.Pack("public class C { }");

        Assert.StartsWith(
            "Lib: CMN0006 'event order.completed' was shipped in 1.0 and is gone: deprecate it first",
            (await _repository.CheckAsync()).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task New_field_and_a_new_event_are_fine()
    {
        await _repository.ShipAsync(Event(), "1.1.0");
        _repository.Announce("- more\n");
        _repository.Pack(
            """[assembly: CatalogueEntry("event", "{\"id\":1044,\"name\":\"order.paid\",\"kind\":\"Completed\",\"fields\":[]}")]"""
                + Event(",{\\\"name\\\":\\\"total\\\",\\\"type\\\":\\\"number\\\"}")
        );

        Assert.Equal(0, (await _repository.CheckAsync()).ExitCode);
    }

    [Fact]
    public async Task Event_that_is_deprecated_is_its_own_record()
    {
        await _repository.ShipAsync(Event(), "1.1.0");
        _repository.Announce("### Deprecated\n\n- `order.completed`\n");
        _repository.Pack(Deprecated + "public class C { }");

        Assert.Equal(
            "1 packages keep the policy for 1.1.0.",
            (await _repository.CheckAsync()).Output
        );
    }

    private static string Event(string moreFields = "") =>
        """[assembly: CatalogueEntry("event", "{\"id\":1042,\"name\":\"order.completed\",\"kind\":\"Completed\",\"fields\":[{\"name\":\"order_id\",\"type\":\"integer\"}MORE]}")]""".Replace(
            "MORE",
            moreFields,
            StringComparison.Ordinal
        ) + "\npublic class C { }\n";
}
