using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Common.Config.Tests;

public sealed class SubstitutionTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("${Host:Name}/x", "db/x")]
    [InlineData("a $${Host:Name} b", "a ${Host:Name} b")]
    [InlineData("${Orders:Mutable:Name}", "db.example")]
    [InlineData("$ { } $x", "$ { } $x")]
    public void A_reference_gives_the_value_of_another_key(string text, string expected)
    {
        Write(text);
        using var services = _folder.Services();

        Assert.Equal(expected, services.GetRequiredService<Live<ReloadedOptions>>().Current.Text);
    }

    [Theory]
    [InlineData(
        "${Nobody}",
        "appsettings.json:4: Orders:Live:Text is \"${Nobody}\"; \"Nobody\" must be a key that has a value."
    )]
    [InlineData(
        "${Host:Name",
        "appsettings.json:4: Orders:Live:Text is \"${Host:Name\"; it must have a } after ${; write $${ for the characters themselves."
    )]
    [InlineData(
        "${Orders:Live:Text}",
        "appsettings.json:4: Orders:Live:Text is \"${Orders:Live:Text}\"; it refers to itself: Orders:Live:Text -> Orders:Live:Text."
    )]
    public void A_reference_that_leads_nowhere_is_an_error(string text, string expected)
    {
        Write(text);

        Assert.Equal([expected], _folder.Errors());
    }

    [Fact]
    public void What_contains_a_secret_is_one()
    {
        Write("${Orders:Database:Password}", "\"Left\": \"${Orders:Database:Password}\",");

        Assert.Equal(
            [
                "appsettings.json:4: Orders:Live:Left is ***; it must be a whole number from -2147483648 to 2147483647.",
            ],
            _folder.Errors()
        );
    }

    [Fact]
    public void The_environment_the_command_line_and_the_sections_of_others_are_left_alone()
    {
        Write("x");
        using var services = _folder.Services("--Orders:Live:Text=${Host:Name}");

        Assert.Equal(
            "${Host:Name}",
            services.GetRequiredService<Live<ReloadedOptions>>().Current.Text
        );
        Assert.Equal("${message}", services.GetRequiredService<IConfiguration>()["NLog:Layout"]);
    }

    private void Write(string text, string more = "") =>
        _folder.Write(
            "appsettings.json",
            $$"""
            { "Host": { "Name": "db" }, "NLog": { "Layout": "${message}" },
              "Orders": { "Database": { "Password": "p" },
                "Mutable": { "Name": "${Host:Name}.example" },
                "Live": { {{more}} "Text": "{{text}}" } } }
            """
        );
}
