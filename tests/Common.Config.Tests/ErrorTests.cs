namespace Common.Config.Tests;

public sealed class ErrorTests : IDisposable
{
    private const string LetItStand =
        "Common:Config:UnknownKeys=Warn or Common:Config:AllowedUnknownKeys lets it stand.";

    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Errors_are_reported_together_with_place_key_value_and_rule()
    {
        _folder.Write(
            "appsettings.json",
            """
            {
              "Orders": {
                "Database": {
                  "PoolSiz": 5,
                  "PoolSize": 5000,
                  "StatementTimeout": 30,
                  "WarmUp": "soon",
                  "Pasword": "hunter2",
                  "Tls": { "Enabled": "yes" },
                  "Shards": [{ "Nam": "x" }]
                }
              }
            }
            """
        );

        Assert.Equal(
            [
                "appsettings.json:4: Orders:Database:PoolSiz is no known key; did you mean Orders:Database:PoolSize? "
                    + LetItStand,
                "appsettings.json:5: Orders:Database:PoolSize is \"5000\"; it must be from 1 to 1024.",
                "appsettings.json:6: Orders:Database:StatementTimeout is \"30\"; it must be a duration such as 250ms, 30s, 5m, 1h, 1d, 00:00:30 or PT30S.",
                "appsettings.json:7: Orders:Database:WarmUp is \"soon\"; it must be one of Lazy, Eager.",
                "appsettings.json:8: Orders:Database:Pasword is no known key; did you mean Orders:Database:Password? "
                    + LetItStand,
                "appsettings.json:9: Orders:Database:Tls:Enabled is \"yes\"; it must be true or false.",
                "appsettings.json:10: Orders:Database:Shards:0:Nam is no known key; did you mean Orders:Database:Shards:0:Name? "
                    + LetItStand,
                "Orders:Database:Password is required and has no value; set it in a file, or as the variable Orders__Database__Password.",
                "Orders:Database:Shards:0:Name is required and has no value; set it in a file, or as the variable Orders__Database__Shards__0__Name.",
            ],
            _folder.Errors()
        );
    }
}
