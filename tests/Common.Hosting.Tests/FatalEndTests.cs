using Common.Config;
using Common.Hosting.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Common.Hosting.Tests;

public sealed class FatalEndTests
{
    [Fact]
    public void Mistakes_are_all_errors_of_the_configuration()
    {
        var exception = new ConfigException([
            new ConfigError("A:B", "5000", "/app/appsettings.json:3", "it must be from 1 to 10"),
            new ConfigError("A:C", null, null, "is missing"),
        ]);

        Assert.Equal(
            ["/app/appsettings.json:3: A:B is 5000; it must be from 1 to 10.", "A:C is missing."],
            FatalEnd.Mistakes(exception)
        );
    }

    [Fact]
    public void Mistakes_are_the_failures_of_validated_options()
    {
        var exception = new OptionsValidationException("", typeof(string), ["one", "two"]);

        Assert.Equal(["one", "two"], FatalEnd.Mistakes(exception));
    }

    [Fact]
    public void Mistakes_name_the_file_and_the_place_without_its_text()
    {
        var folder = Directory.CreateTempSubdirectory("common-hosting-");
        try
        {
            var file = Path.Combine(folder.FullName, "appsettings.json");
            File.WriteAllText(file, "{\n  \"Password\": hunter2\n}");
            var exception = Assert.ThrowsAny<Exception>(() =>
                new ConfigurationBuilder().AddJsonFile(file).Build()
            );

            Assert.Equal(
                [
                    $"Failed to load configuration from file '{file}'. Could not parse the JSON file. "
                        + "It is not JSON at line 2, byte 15.",
                ],
                FatalEnd.Mistakes(exception)
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Mistakes_name_a_file_that_may_not_be_opened()
    {
        var exception = Assert.ThrowsAny<Exception>(() =>
            new ConfigurationBuilder()
                .AddJsonFile(
                    new LockedFiles(),
                    "appsettings.json",
                    optional: true,
                    reloadOnChange: false
                )
                .Build()
        );

        Assert.Equal(
            ["Access to the path '/app/appsettings.json' is denied."],
            FatalEnd.Mistakes(exception)
        );
    }

    [Fact]
    public void Mistakes_are_none_where_something_else_went_wrong()
    {
        Assert.Empty(FatalEnd.Mistakes(new InvalidOperationException("boom")));
    }
}
