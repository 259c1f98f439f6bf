using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RabbitMqChecks;

// Sends messages through a real broker, and holds the contexts of their consumer against those of their sender. The argument
// is the port of the broker.
using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
var tally = new Tally();
await using var connection = await Broker.ConnectAsync(
    int.Parse(args[0], CultureInfo.InvariantCulture),
    patience.Token
);
await using var channel = await connection.CreateChannelAsync(cancellationToken: patience.Token);
await channel.QueueDeclareAsync(
    Sender.Queue,
    durable: false,
    exclusive: false,
    autoDelete: true,
    cancellationToken: patience.Token
);

var builder = Host.CreateApplicationBuilder();
builder.AddCommon("rabbit-checks");
builder.Services.AddSingleton(connection);
builder.Services.AddSingleton<Consumer>();
builder.Services.AddHostedService(p => p.GetRequiredService<Consumer>());
using (var host = builder.Build())
{
    await host.StartAsync(patience.Token);
    var messages = new Messages(
        new Sender(channel),
        host.Services.GetRequiredService<Consumer>(),
        tally
    );
    await messages.CarryTheContextAsync(patience.Token);
    await messages.BearTheSpanOfTheClientAsync(patience.Token);
    await messages.StartAnewAsync(patience.Token);
    await messages.StayApartAsync(patience.Token);
    await host.StopAsync(patience.Token);
}

Console.WriteLine(tally);
return tally.ExitCode;
