using Common.Config.Catalogue;

namespace Common.Hosting.Internal.Commands;

/// <summary><c>./orders common config …</c>: what can be configured, what is, and where it came from.</summary>
internal sealed class ConfigCommand : IServiceCommand
{
    public string Name => "config";

    public string Summary => "what can be configured, what is, and where it came from";

    public int Run(ServiceCommandContext context) =>
        ExitCodeOf(
            ConfigCommands.TryRun(
                ["common", "config", .. context.Arguments],
                context.Configuration,
                context.Application.GetName().Name,
                context.Output,
                context.Error,
                context.WhenBuilt is { } whenBuilt
                    ? ask => whenBuilt(services => ExitCodeOf(ask(services)))
                    : null
            )
        );

    private static int ExitCodeOf(int? code) =>
        code switch
        {
            ConfigCommands.Found => ExitCodes.Configuration,
            ConfigCommands.Usage => ExitCodes.Usage,
            _ => code ?? 0,
        };
}
