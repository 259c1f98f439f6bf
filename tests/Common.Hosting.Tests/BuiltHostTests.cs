using System.Collections.Concurrent;
using Common.Hosting.Internal.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Common.Hosting.Tests;

public sealed class BuiltHostTests
{
    [Fact]
    public void Watch_sees_a_host_that_is_built_and_not_started()
    {
        var seen = new ConcurrentQueue<IServiceProvider>();
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddHostedService<Never>();
        using (BuiltHost.Watch(seen.Enqueue))
        {
            using var host = builder.Build();
            Assert.Contains(host.Services, seen); // other tests build hosts meanwhile
        }

        seen.Clear();
        using var later = Host.CreateApplicationBuilder().Build();
        Assert.DoesNotContain(later.Services, seen);
    }

    private sealed class Never : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nothing must start.");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
