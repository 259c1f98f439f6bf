using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Common.Logging.Tests.Providers;

/// <summary>Serilog beside our provider, by its own Serilog.Extensions.Logging.</summary>
public sealed class SerilogTests
{
    [Fact]
    public void Serilog_is_given_all_fields_and_the_context()
    {
        var sink = new KeepingSink();
        using var serilog = new LoggerConfiguration()
            .MinimumLevel.Verbose()
            .Enrich.With(new ContextEnricher())
            .WriteTo.Sink(sink)
            .CreateLogger();
        var failure = OtherProviders.LogAll(logging => logging.AddSerilog(serilog));

        var events = sink.Events;
        Assert.Equal(
            [
                LogEventLevel.Debug,
                LogEventLevel.Information,
                LogEventLevel.Warning,
                LogEventLevel.Error,
                LogEventLevel.Fatal,
                LogEventLevel.Information,
                LogEventLevel.Information,
                LogEventLevel.Information,
                LogEventLevel.Information,
            ],
            events.Select(e => e.Level)
        );
        foreach (var (name, value) in OtherProviders.ContextValues)
        {
            Assert.All(events.SkipLast(1), e => Assert.Equal(value, Value(e, name)));
            Assert.DoesNotContain(name, events[^1].Properties.Keys);
        }

        var completed = events[1];
        Assert.Equal("Order completed", completed.RenderMessage(null));
        Assert.Equal(42L, Value(completed, "order_id"));
        Assert.Equal(3, Value(completed, "items"));
        Assert.Equal(129.95m, Value(completed, "total"));
        Assert.Equal("late", Value(completed, "shift"));
        Assert.Equal("Orders.Checkout", Value(completed, "SourceContext"));
        var id = Assert.IsType<StructureValue>(completed.Properties["EventId"]);
        Assert.Equal(
            ["Id=1042", "Name=\"order.completed\""],
            id.Properties.Select(property =>
                $"{property.Name}={property.Value.ToString(null, null)}"
            )
        );
        Assert.Equal(2, Value(events[2], "attempt"));
        Assert.Same(failure, events[3].Exception);
        Assert.Equal("late", Value(events[3], "reason"));
        Assert.Equal("bob", Value(events[5], "name"));
        Assert.Equal("[1, 2]", events[6].Properties["sizes"].ToString(null, null));
        Assert.Equal(512, Value(events[7], "Bytes"));
    }

    private static object? Value(LogEvent logged, string name) =>
        Assert.IsType<ScalarValue>(logged.Properties[name]).Value;

    /// <summary>What the guide tells a service to add, since Serilog does not take the platform's scopes.</summary>
    private sealed class ContextEnricher : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            foreach (var (name, value) in ContextFields.Current)
            {
                logEvent.AddPropertyIfAbsent(propertyFactory.CreateProperty(name, value));
            }
        }
    }

    private sealed class KeepingSink : ILogEventSink
    {
        private readonly List<LogEvent> _events = [];

        public IReadOnlyList<LogEvent> Events => _events;

        public void Emit(LogEvent logEvent) => _events.Add(logEvent);
    }
}
