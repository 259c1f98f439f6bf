using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Config.Tests;

public sealed class RuleTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Colour", "green")]
    [InlineData("Shards", "4")]
    [InlineData("Code", "abc")]
    [InlineData("Short", "ab")]
    [InlineData("Short", "abcd")]
    [InlineData("Short", "😀😀😀😀")] // four characters, as JSON Schema counts them
    [InlineData("Newer", "ab")]
    [InlineData("Newer", "abcd")]
    [InlineData("Key", "12345678")]
    [InlineData("Text", "ftp://example.org")]
    [InlineData("Address", "http://example.org/")]
    [InlineData("Part", "0.0001")]
    [InlineData("Part", "0.9999")]
    [InlineData("Size", "1KiB")]
    [InlineData("Size", "1MiB")]
    public void A_value_at_the_edge_is_accepted(string option, string value)
    {
        using var services = _folder.Services(
            "--Orders:Database:Password=p",
            $"--Orders:Rules:{option}={value}"
        );

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    [Theory]
    [InlineData("Colour", "Green", "it must be one of red, green")]
    [InlineData("Shards", "3", "it must be one of 1, 2, 4")]
    [InlineData("Code", "ab1", "it must match [a-z]+")]
    [InlineData("Code", "", "it must match [a-z]+")]
    [InlineData("Short", "a", "it must have from 2 to 4 characters")]
    [InlineData("Short", "abcde", "it must have from 2 to 4 characters")]
    [InlineData("Newer", "a", "it must have from 2 to 4 characters")]
    [InlineData("Newer", "abcde", "it must have from 2 to 4 characters")]
    [InlineData(
        "Text",
        "example.org",
        "it must be an address that begins with http://, https:// or ftp://"
    )]
    [InlineData(
        "Address",
        "mailto:a@example.org",
        "it must be an address that begins with http://, https:// or ftp://"
    )]
    [InlineData("Part", "0", "it must be above 0 and below 1")]
    [InlineData("Part", "1", "it must be above 0 and below 1")]
    [InlineData("Size", "1023B", "it must be from 1KiB to 1MiB")]
    [InlineData("Size", "1048577B", "it must be from 1KiB to 1MiB")]
    public void A_value_beyond_the_edge_is_refused(string option, string value, string rule) =>
        Assert.Equal(
            [$"argument --Orders:Rules:{option}: Orders:Rules:{option} is \"{value}\"; {rule}."],
            _folder.Errors("--Orders:Database:Password=p", $"--Orders:Rules:{option}={value}")
        );

    [Fact]
    public void The_number_of_elements_and_the_length_of_a_secret_are_limited()
    {
        _folder.Write(
            "appsettings.json",
            """
            { "Orders": { "Database": { "Password": "p" }, "Rules": {
              "AtLeastTwo": [1],
              "AtMostOne": { "a": 1, "b": 2 },
              "Key": "1234567" } } }
            """
        );

        Assert.Equal(
            [
                "appsettings.json:2: Orders:Rules:AtLeastTwo is wrong: it must have at least 2 elements.",
                "appsettings.json:3: Orders:Rules:AtMostOne is wrong: it must have at most 1 elements.",
                "appsettings.json:4: Orders:Rules:Key is ***; it must have at least 8 characters.",
            ],
            _folder.Errors()
        );
    }
}
