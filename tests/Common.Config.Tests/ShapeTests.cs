namespace Common.Config.Tests;

/// <summary>Values of the wrong shape: a text where an object belongs, a name where a number does.</summary>
public sealed class ShapeTests : IDisposable
{
    private const string LetItStand =
        " Common:Config:UnknownKeys=Warn or Common:Config:AllowedUnknownKeys lets it stand.";

    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "Replicas",
        "x",
        "Orders:Database:Replicas is \"x\"; it must be a list, such as Orders:Database:Replicas:0."
    )]
    [InlineData(
        "Replicas:a",
        "https://a.example/",
        "Orders:Database:Replicas:a is \"https://a.example/\"; \"a\" is no place in a list; it must be a number from 0."
    )]
    [InlineData(
        "Replicas:0",
        "/a",
        "Orders:Database:Replicas:0 is \"/a\"; it must be an absolute address such as https://example.org/."
    )]
    [InlineData(
        "Weights",
        "x",
        "Orders:Database:Weights is \"x\"; it must be an object with keys of its own."
    )]
    [InlineData(
        "Weights:a",
        "x",
        "Orders:Database:Weights:a is \"x\"; it must be a whole number from -2147483648 to 2147483647."
    )]
    [InlineData(
        "Shards:0",
        "x",
        "Orders:Database:Shards:0 is \"x\"; it must be an object with keys of its own."
    )]
    [InlineData(
        "Tls",
        "x",
        "Orders:Database:Tls is a section; it takes no value itself." + LetItStand
    )]
    [InlineData(
        "PoolSize:a",
        "1",
        "Orders:Database:PoolSize:a is unknown: Orders:Database:PoolSize takes one value, not keys."
            + LetItStand
    )]
    public void A_value_of_the_wrong_shape_is_refused(string option, string value, string error) =>
        Assert.Equal(
            [$"argument --Orders:Database:{option}: {error}"],
            _folder.Errors("--Orders:Database:Password=p", $"--Orders:Database:{option}={value}")
        );

    [Fact]
    public void A_file_of_a_secret_that_is_not_there_or_is_a_folder_is_named()
    {
        Assert.Equal(
            [
                "argument --Orders:Database:Password:File: Orders:Database:Password:File is \"/nowhere/db\"; it must be a file that exists.",
            ],
            _folder.Errors("--Orders:Database:Password:File=/nowhere/db")
        );
        Assert.Equal(
            [
                $"argument --Orders:Database:Password:File: Orders:Database:Password:File is \"{Path.GetTempPath()}\"; it must be a file that the service can read.",
            ],
            _folder.Errors($"--Orders:Database:Password:File={Path.GetTempPath()}")
        );
    }
}
