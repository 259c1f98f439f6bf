using Microsoft.Extensions.Hosting;

namespace Common.Hosting.Internal.Commands;

/// <summary>Finds and runs the command that an executable was started with.</summary>
internal static class ServiceCommands
{
    // One line for each command, in the order of the alphabet.
    private static readonly IServiceCommand[] All =
    [
        new ConfigCommand(),
        new ErrorsCommand(),
        new EventsCommand(),
        new VersionCommand(),
    ];

    /// <summary>
    /// Answers and ends the process, if its first argument is <c>common</c> and it is the service's own: at once, or when the service is built,
    /// where the answer is the service's.
    /// </summary>
    public static void RunIfAsked(IHostApplicationBuilder builder, ServiceProcess process)
    {
        if (
            process.Application is not { } application
            || Environment.GetCommandLineArgs() is not [_, "common", .. var arguments]
        )
        {
            return;
        }

        List<Func<IServiceProvider, int>> questions = [];
        var code = Run(
            All,
            process.Service,
            new ServiceCommandContext(
                arguments,
                builder.Configuration,
                application,
                builder.Environment.ContentRootPath,
                Console.Out,
                Console.Error
            )
            {
                WhenBuilt = questions.Add,
            }
        );
        if (questions is not [var question])
        {
            Environment.Exit(code);
            return;
        }

#pragma warning disable CA2000 // it watches for as long as the process lives, which is until then
        BuiltHost.Watch(services => Environment.Exit(question(services)));
#pragma warning restore CA2000
    }

    internal static int Run(
        IReadOnlyList<IServiceCommand> commands,
        string service,
        ServiceCommandContext context
    )
    {
        if (context.Arguments is [] or ["--help"] or ["help"])
        {
            WriteUsage(commands, service, context.Output);
            return context.Arguments is [] ? ExitCodes.Usage : 0;
        }

        var name = context.Arguments[0];
        if (commands.FirstOrDefault(c => c.Name == name) is { } command)
        {
            return command.Run(context with { Arguments = [.. context.Arguments.Skip(1)] });
        }

        context.Error.WriteLine(
            name.Length <= 40
                ? $"error: there is no command '{name}'"
                : $"error: there is no command of {name.Length} characters"
        );
        WriteUsage(commands, service, context.Error);
        return ExitCodes.Usage;
    }

    private static void WriteUsage(
        IReadOnlyList<IServiceCommand> commands,
        string service,
        TextWriter output
    )
    {
        output.WriteLine($"Usage: {service} common COMMAND ...");
        foreach (var command in commands)
        {
            output.WriteLine($"  {command.Name, -10} {command.Summary}");
        }
    }
}
