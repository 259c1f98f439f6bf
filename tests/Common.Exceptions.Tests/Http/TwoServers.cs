namespace Common.Exceptions.Tests.Http;

/// <summary>Two services, of which the first calls the second.</summary>
public sealed class TwoServers : IAsyncLifetime
{
    /// <summary>The one that is called.</summary>
    public FailingServer First { get; } = new();

    /// <summary>The one that the first calls.</summary>
    public FailingServer Second { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await First.InitializeAsync();
        await Second.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }
}
