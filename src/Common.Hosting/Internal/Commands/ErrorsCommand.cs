using Common.Exceptions;

namespace Common.Hosting.Internal.Commands;

/// <summary><c>./orders common errors list</c>: every error that the service can answer with.</summary>
internal sealed class ErrorsCommand : IServiceCommand
{
    public string Name => "errors";

    public string Summary => "every error that the service can answer with";

    public int Run(ServiceCommandContext context) =>
        ErrorCatalogue.Run(context.Arguments, context.Application, context.Output, context.Error);
}
