[assembly: AssemblyFixture(typeof(Services.Tests.Chain))]

namespace Services.Tests;

/// <summary>Three services in a row, each a process: the first asks the second, the second the third.</summary>
public sealed class Chain : IAsyncLifetime
{
    private RelayService? _first;
    private RelayService? _second;
    private RelayService? _third;

    internal RelayService First => _first!;

    internal RelayService Second => _second!;

    /// <summary>The last one, which takes no longer than 4 seconds for a request.</summary>
    internal RelayService Third => _third!;

    public async ValueTask InitializeAsync()
    {
        _third = await RelayService.StartAsync(next: null, "--Common:Web:RequestLimit=4s");
        _second = await RelayService.StartAsync(_third);
        _first = await RelayService.StartAsync(_second);

        // The first request of a process takes long; no test is to measure that.
        Assert.Equal(200, (await First.SendAsync("GET /forward/forward/fine")).Status);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in new[] { _first, _second, _third })
        {
            if (service is not null)
            {
                await service.DisposeAsync();
            }
        }
    }
}
