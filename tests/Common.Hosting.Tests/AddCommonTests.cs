using Common.Context;
using Common.Exceptions;
using Common.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Logging.Debug;
using NodaTime;

namespace Common.Hosting.Tests;

public sealed class AddCommonTests
{
    [Fact]
    public void AddCommon_wires_every_package()
    {
        var builder = TestHost.CreateBuilder();
        builder.AddCommon("orders");
        using var host = builder.Build();

        Assert.NotNull(host.Services.GetService<IClock>());
        Assert.NotNull(host.Services.GetService<TimeProvider>());
        Assert.NotNull(host.Services.GetService<ContextCarrier>());
        Assert.NotNull(host.Services.GetService<ErrorMap>());
        Assert.Contains(
            host.Services.GetServices<ILoggerProvider>(),
            p => p is CommonLoggerProvider
        );
    }

    [Fact]
    public void AddCommon_takes_out_the_default_console_provider_and_nothing_else()
    {
        var builder = TestHost.CreateDefaultBuilder();
        var before = Providers(builder.Services);
        builder.AddCommon("orders");
        var after = Providers(builder.Services);

        Assert.Contains(typeof(ConsoleLoggerProvider), before);
        Assert.DoesNotContain(typeof(ConsoleLoggerProvider), after);
        Assert.Contains(typeof(DebugLoggerProvider), after);
        Assert.Empty(before.Except(after).Except([typeof(ConsoleLoggerProvider)]));
    }

    [Fact]
    public void AddCommon_leaves_a_console_provider_that_is_added_after_it()
    {
        var builder = TestHost.CreateDefaultBuilder();
        builder.AddCommon("orders");
        builder.Logging.AddConsole();

        Assert.Contains(typeof(ConsoleLoggerProvider), Providers(builder.Services));
    }

    [Fact]
    public void AddCommon_refuses_a_builder_that_it_has_seen()
    {
        var builder = TestHost.CreateBuilder().AddCommon("orders");

        var exception = Assert.Throws<InvalidOperationException>(() => builder.AddCommon("orders"));
        Assert.Equal(
            "AddCommon was called before on this builder; call it once for each service.",
            exception.Message
        );
    }

    [Fact]
    public async Task Start_and_stop_are_one_record_each()
    {
        using var log = new KeptLog();
        var builder = TestHost.CreateBuilder();
        builder.AddCommon("orders");
        builder.Logging.ClearProviders().AddProvider(log);
        using (var host = builder.Build())
        {
            await host.StartAsync(TestContext.Current.CancellationToken);
            await host.StopAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            ["service.started", "service.stopping"],
            log.Records.Where(r => r.Category == "Common.Hosting").Select(r => r.Event)
        );
    }

    [Theory]
    [InlineData(true)] // a factory that writes
    [InlineData(false)] // one that does not: the news goes to our provider itself
    public async Task A_factory_that_something_replaced_is_told_at_start(bool writes)
    {
        using var log = new KeptLog();
        var builder = TestHost.CreateBuilder();
        builder.AddCommon("orders");
        builder.Logging.ClearProviders();
        if (!writes)
        {
            builder.Logging.AddProvider(log);
        }

        builder.Services.AddSingleton<ILoggerFactory>(new ForeignFactory(writes ? log : null));
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);

        var (level, _, _, text) = Assert.Single(
            log.Records,
            r => r.Event == "logging.factory_replaced"
        );
        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains(
            "factory=Common.Hosting.Tests.ForeignFactory",
            text,
            StringComparison.Ordinal
        );
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    private static List<Type?> Providers(IServiceCollection services) =>
        [
            .. services
                .Where(d => d.ServiceType == typeof(ILoggerProvider))
                .Select(d => d.ImplementationType),
        ];
}
