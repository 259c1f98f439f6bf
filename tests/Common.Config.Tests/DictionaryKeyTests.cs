using System.Text.Json;
using Common.Config.Catalogue;
using Microsoft.Extensions.DependencyInjection;

namespace Common.Config.Tests;

public sealed class DictionaryKeyTests : IDisposable
{
    private const string Id = "550e8400-e29b-41d4-a716-446655440000";

    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Keys_are_names_of_an_enumeration_numbers_or_UUIDs()
    {
        Write(
            $$"""
            "Patience": { "lazy": "1s", "Eager": "2s" },
            "Ports": { "80": "http", "65535": "other" },
            "Shards": { "{{Id.ToUpperInvariant()}}": { "Name": "a" } }
            """
        );
        using var services = _folder.Services();
        var options = services.GetRequiredService<Live<KeyedOptions>>().Current;

        Assert.Equal(TimeSpan.FromSeconds(1), options.Patience[WarmUp.Lazy]);
        Assert.Equal(TimeSpan.FromSeconds(2), options.Patience[WarmUp.Eager]);
        Assert.Equal(["http", "other"], options.Ports.OrderBy(p => p.Key).Select(p => p.Value));
        Assert.Equal("a", options.Shards[Guid.Parse(Id)].Name);
    }

    [Fact]
    public void A_key_of_another_form_is_an_error_with_its_line()
    {
        Write(
            """
            "Patience": { "Never": "1s" },
            "Ports": {
              "65536": "x" },
            "Shards": {
              "a": { "Name": "a" } }
            """
        );

        string[] expected =
        [
            "appsettings.json:3: Orders:Keyed:Patience:Never is \"1s\"; \"Never\" is no key here; it must be one of Lazy, Eager.",
            "appsettings.json:5: Orders:Keyed:Ports:65536 is \"x\"; \"65536\" is no key here; it must be a whole number from 0 to 65535.",
            "appsettings.json:7: Orders:Keyed:Shards:a is wrong: \"a\" is no key here; it must be a UUID such as 550e8400-e29b-41d4-a716-446655440000.",
        ];
        Assert.Equal(expected, _folder.Errors());

        var (code, text) = Tool("check", _folder.File("appsettings.json"));
        Assert.Equal(1, code);
        Assert.All(
            expected,
            line => Assert.Contains("error: " + _folder.File(line), text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Two_spellings_of_one_key_are_an_error()
    {
        Write(
            """
            "Ports": {
              "80": "x",
              "+80": "y" }
            """
        );

        Assert.Equal(
            [
                "appsettings.json:5: Orders:Keyed:Ports:+80 is \"y\"; \"+80\" must not be another spelling of a key that is given already.",
            ],
            _folder.Errors()
        );
    }

    [Fact]
    public void The_documents_say_what_keys_are()
    {
        Assert.Contains(
            "| `Orders:Keyed:Patience` | dictionary of duration by one of Lazy, Eager |",
            Tool("docs").Text,
            StringComparison.Ordinal
        );
        using var schema = JsonDocument.Parse(Tool("schema").Text);
        var keyed = schema
            .RootElement.GetProperty("properties")
            .GetProperty("Orders")
            .GetProperty("properties")
            .GetProperty("Keyed")
            .GetProperty("properties");
        Assert.Equal(
            """{"enum":["Lazy","Eager"]}""",
            JsonSerializer.Serialize(keyed.GetProperty("Patience").GetProperty("propertyNames"))
        );
    }

    private void Write(string keyed) =>
        _folder.Write(
            "appsettings.json",
            $$"""
            { "Orders": { "Database": { "Password": "p" },
              "Keyed": {
            {{keyed}} } } }
            """
        );

    private static (int Code, string Text) Tool(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = ConfigCommands.Run(
            arguments,
            ConfigCatalogue.Of(typeof(DictionaryKeyTests).Assembly),
            output,
            TextWriter.Null
        );
        return (code, output.ToString());
    }
}
