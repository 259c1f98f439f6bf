using Common.Logging;

namespace Common.Hosting.Internal.Commands;

/// <summary><c>./orders common events list</c>: every event that the service can log.</summary>
internal sealed class EventsCommand : IServiceCommand
{
    public string Name => "events";

    public string Summary => "every event that the service can log";

    public int Run(ServiceCommandContext context) =>
        EventCatalogue.Run(context.Arguments, context.Application, context.Output, context.Error);
}
