using NodaTime;

namespace Common.Config.Tests;

public sealed class WithTests
{
    [Fact]
    public void With_gives_a_copy_with_other_values_and_leaves_the_rest_as_it_is()
    {
        var options = new DatabaseOptions
        {
            Password = new Secret("p"),
            PoolSize = 5,
            Retries = 3,
            Replicas = [new Uri("https://a.example/")],
        };

        var changed = options.With(
            poolSize: 6,
            statementTimeout: Duration.FromSeconds(1),
            replicas: new List<Uri>()
        );

        Assert.Equal((6, 3), (changed.PoolSize, changed.Retries));
        Assert.Equal(Duration.FromSeconds(1), changed.StatementTimeout);
        Assert.Empty(changed.Replicas);
        Assert.Same(options.Password, changed.Password);
        Assert.Equal(5, options.PoolSize);
        Assert.Null(options.With(retries: null).Retries);
    }
}
