using System.Text;
using System.Threading.Channels;
using Common.Context;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace RabbitMqChecks;

/// <summary>A service that takes messages from a queue which only services of one's own may write to.</summary>
internal sealed class Consumer(IConnection connection, ContextCarrier carrier) : BackgroundService
{
    private readonly Channel<Received> _received =
        System.Threading.Channels.Channel.CreateUnbounded<Received>();

    public ValueTask<Received> NextAsync(CancellationToken cancellationToken) =>
        _received.Reader.ReadAsync(cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var channel = await connection.CreateChannelAsync(
            cancellationToken: stoppingToken
        );
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            var headers = message.BasicProperties.Headers ?? new Dictionary<string, object?>();
            using (carrier.Receive(new MessageHeaders(headers), PeerTrust.Identity).Context.Enter())
            {
                await HandleAsync(Encoding.UTF8.GetString(message.Body.Span), headers);
            }
        };
        await channel.BasicConsumeAsync(Sender.Queue, autoAck: true, consumer, stoppingToken);
        await Task.Delay(Timeout.Infinite, stoppingToken);
    }

    private async Task HandleAsync(string body, IDictionary<string, object?> headers)
    {
        await Task.Yield();
        var context = RequestContext.Current!;
        await _received.Writer.WriteAsync(
            new Received(
                body,
                context,
                context.Deadline.Remaining,
                headers.ToDictionary(h => h.Key, h => Encoding.UTF8.GetString((byte[])h.Value!))
            )
        );
    }
}
