using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace RabbitMqChecks;

/// <summary>Connects to a broker that may still be starting.</summary>
internal static class Broker
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task<IConnection> ConnectAsync(
        int port,
        CancellationToken cancellationToken
    )
    {
        var factory = new ConnectionFactory { HostName = "127.0.0.1", Port = port };
        while (true)
        {
            try
            {
                return await factory.CreateConnectionAsync(cancellationToken);
            }
            catch (BrokerUnreachableException) when (!cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
