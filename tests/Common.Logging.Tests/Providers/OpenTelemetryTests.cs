using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;

namespace Common.Logging.Tests.Providers;

/// <summary>OpenTelemetry beside our provider, with its OTLP exporter.</summary>
public sealed class OpenTelemetryTests
{
    [Fact]
    public async Task Collector_is_given_all_fields_and_the_context()
    {
        await using var collector = new OtlpCollector();
        OtherProviders.LogAll(logging =>
            logging.AddOpenTelemetry(options =>
            {
                options.IncludeScopes = true;
                options.AddProcessor(new FullExceptionNames());
                options.AddOtlpExporter(exporter =>
                {
                    exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
                    exporter.Endpoint = collector.Address;
                    exporter.ExportProcessorType = ExportProcessorType.Simple;
                });
            })
        );

        var records = collector.Records;
        Assert.Equal([5, 9, 13, 17, 21, 9, 9, 9, 9], records.Select(r => r.SeverityNumber));
        Assert.Equal(
            [
                "detail.seen",
                "order.completed",
                "call.retried",
                "order.failed",
                "service.died",
                "user.removed",
                "list.seen",
                "",
                "nothing.seen",
            ],
            records.Select(r => r.EventName)
        );
        Assert.All(records, record => Assert.Equal("Orders.Checkout", record.Scope));
        foreach (var (name, value) in OtherProviders.ContextValues)
        {
            Assert.All(records.SkipLast(1), record => Assert.Equal(value, record.Attributes[name]));
            Assert.DoesNotContain(name, records[^1].Attributes.Keys);
        }

        var completed = records[1];
        Assert.Equal("Order completed", completed.Body);
        Assert.Equal(42L, completed.Attributes["order_id"]);
        Assert.Equal(3L, completed.Attributes["items"]);
        Assert.Equal("129.95", completed.Attributes["total"]); // OTLP has no decimal numbers
        Assert.Equal("late", completed.Attributes["shift"]);
        var failed = records[3];
        Assert.Equal("late", failed.Attributes["reason"]);
        Assert.Equal(
            typeof(OtherProviders.OrderException).FullName,
            failed.Attributes["exception.type"]
        );
        Assert.Equal("no route", failed.Attributes["exception.message"]);
        Assert.Equal("bob", records[5].Attributes["name"]);
        Assert.Equal(new object[] { 1L, 2L }, records[6].Attributes["sizes"]);
        Assert.Equal(512L, records[7].Attributes["Bytes"]);
    }

    /// <summary>What the guide tells a service to add: by itself the exporter gives an exception's short name.</summary>
    private sealed class FullExceptionNames : BaseProcessor<OpenTelemetry.Logs.LogRecord>
    {
        public override void OnEnd(OpenTelemetry.Logs.LogRecord data)
        {
            if (data.Exception is not { } exception)
            {
                return;
            }

            data.Attributes =
            [
                .. data.Attributes ?? [],
                new("exception.type", exception.GetType().FullName),
                new("exception.message", exception.Message),
                new("exception.stacktrace", exception.ToString()),
            ];
            data.Exception = null;
        }
    }
}
