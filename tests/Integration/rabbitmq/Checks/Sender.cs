using System.Text;
using Common.Context;
using RabbitMQ.Client;

namespace RabbitMqChecks;

/// <summary>Puts messages into the queue, with the current context in their headers.</summary>
internal sealed class Sender(IChannel channel)
{
    public const string Queue = "orders";

    public async Task SendAsync(string body, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        if (RequestContext.Current is { } context)
        {
            ContextCarrier.Write(context, new MessageHeaders(headers), Egress.Whole);
        }

        await channel.BasicPublishAsync(
            exchange: "",
            routingKey: Queue,
            mandatory: true,
            new BasicProperties { Headers = headers },
            Encoding.UTF8.GetBytes(body),
            cancellationToken
        );
    }
}
