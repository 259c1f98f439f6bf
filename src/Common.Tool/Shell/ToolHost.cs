using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;

namespace Common.Tool.Shell;

/// <summary>Runs one command line, and turns whatever goes wrong into one clear line and an exit code.</summary>
internal static class ToolHost
{
    /// <summary>The version of the tool, which is the version of all packages of Common.</summary>
    public static string Version { get; } =
        typeof(ToolHost)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The arguments, without the name of the tool.</param>
    /// <param name="output">Where answers go.</param>
    /// <param name="error">Where errors and warnings go.</param>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        TextWriter output,
        TextWriter error
    )
    {
        var result = CreateRoot().Parse(args);
        var console = ToolConsole.For(result, output, error);
        if (result.Action is ParseErrorAction)
        {
            return console.Fail(ExitCode.Usage, Explain(result));
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
            };
            return await result.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (ToolException exception)
        {
            return console.Fail(exception.Code, exception.Message);
        }
        catch (OperationCanceledException)
        {
            return console.Fail(ExitCode.Interrupted, "Stopped.");
        }
        catch (IOException exception) when (StandardOutput.IsClosed(exception))
        {
            return (int)ExitCode.Success; // who reads has seen enough
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return console.Fail(ExitCode.Usage, exception.Message);
        }
#pragma warning disable CA1031 // the last resort: nothing but one line and exit code 70 reaches the user
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return console.FailWithDefect(exception);
        }
    }

    private static RootCommand CreateRoot()
    {
        var root = new RootCommand(
            "The tool of Common: the incubator, releases, deprecations, and the answers of compiled services."
        );
        foreach (var option in GlobalOptions.Create())
        {
            root.Options.Add(option);
        }

        foreach (var group in CommandGroups.Create())
        {
            root.Subcommands.Add(group);
        }

        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help } helpOption)
            {
                helpOption.Action = new ExamplesHelpAction(help);
            }
        }

        return root;
    }

    private static string Explain(ParseResult result)
    {
        var name =
            result.CommandResult.Command is RootCommand
                ? "common"
                : $"common {string.Join(' ', Path(result.CommandResult.Command))}";
        // "Required command was not provided" comes first and explains nothing where another error does.
        var messages = result
            .Errors.Select(error => OneLine(error.Message).TrimEnd('.'))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (messages.Count > 1)
        {
            messages.Remove("Required command was not provided");
        }

        return $"{string.Join("; ", messages)}. See: {name} --help";
    }

    // The platform lists what is allowed in lines of their own.
    private static string OneLine(string message) =>
        string.Join(
            ' ',
            message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
        );

    private static Stack<string> Path(Command command)
    {
        var names = new Stack<string>();
        for (var current = command; current is not (null or RootCommand); )
        {
            names.Push(current.Name);
            current = current.Parents.OfType<Command>().FirstOrDefault();
        }

        return names;
    }
}
