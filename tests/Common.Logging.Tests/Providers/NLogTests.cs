using System.Text;
using Microsoft.Extensions.Logging;
using NLog;
using NLog.Config;
using NLog.Extensions.Logging;
using NLog.LayoutRenderers;
using NLog.Targets;

namespace Common.Logging.Tests.Providers;

/// <summary>NLog beside our provider, by its own NLog.Extensions.Logging.</summary>
public sealed class NLogTests
{
    [Fact]
    public void NLog_is_given_all_fields_and_the_context()
    {
        using var target = new KeepingTarget();
        using var factory = new LogFactory();

        // NLog does not take the platform's scopes; what the guide tells a service to add renders the context instead.
        factory
            .Setup()
            .SetupExtensions(extensions =>
                extensions.RegisterLayoutRenderer<ContextRenderer>("request-context")
            );
        var configuration = new LoggingConfiguration(factory);
        target.AddContext(OtherProviders.ContextValues.Keys);
        configuration.AddRule(NLog.LogLevel.Trace, NLog.LogLevel.Fatal, target);
        factory.Configuration = configuration;
#pragma warning disable CA2000 // the logging disposes of it
        var failure = OtherProviders.LogAll(logging =>
            logging.AddProvider(new NLogLoggerProvider(new NLogProviderOptions(), factory))
        );
#pragma warning restore CA2000

        var events = target.Events;
        Assert.Equal(
            ["Debug", "Info", "Warn", "Error", "Fatal", "Info", "Info", "Info", "Info"],
            events.Select(e => e.Event.Level.Name)
        );
        foreach (var (name, value) in OtherProviders.ContextValues)
        {
            Assert.All(events.SkipLast(1), e => Assert.Equal(value, e.Context[name]));
            Assert.Equal("", events[^1].Context[name]);
        }

        var completed = events[1].Event;
        Assert.Equal("Order completed", completed.FormattedMessage);
        Assert.Equal("Orders.Checkout", completed.LoggerName);
        Assert.Equal(42L, completed.Properties["order_id"]);
        Assert.Equal(3, completed.Properties["items"]);
        Assert.Equal(129.95m, completed.Properties["total"]);
        Assert.Equal(1042, completed.Properties["EventId"]);
        Assert.Equal("order.completed", completed.Properties["EventName"]);
        Assert.Same(failure, events[3].Event.Exception);
        Assert.Equal("late", events[3].Event.Properties["reason"]);
        Assert.Equal(new[] { 1, 2 }, events[6].Event.Properties["sizes"]);
        Assert.Equal(512, events[7].Event.Properties["Bytes"]);
    }

    /// <summary><c>${request-context:user}</c> and the like.</summary>
    [LayoutRenderer("request-context")]
    private sealed class ContextRenderer : LayoutRenderer
    {
        [DefaultParameter]
        public string Name { get; set; } = "";

        protected override void Append(StringBuilder builder, LogEventInfo logEvent) =>
            builder.Append(ContextFields.Current.FirstOrDefault(field => field.Key == Name).Value);
    }

    private sealed class KeepingTarget : TargetWithContext
    {
        private readonly List<(LogEventInfo Event, IDictionary<string, object?> Context)> _events =
        [];

        public IReadOnlyList<(LogEventInfo Event, IDictionary<string, object?> Context)> Events =>
            _events;

        public void AddContext(IEnumerable<string> names)
        {
            foreach (var name in names)
            {
                ContextProperties.Add(
                    new TargetPropertyWithContext(name, "${request-context:" + name + "}")
                    {
                        IncludeEmptyValue = true,
                    }
                );
            }
        }

        protected override void Write(LogEventInfo logEvent) =>
            _events.Add((logEvent, GetAllProperties(logEvent)));
    }
}
