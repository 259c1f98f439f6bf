using System.CommandLine;

namespace Common.Tool.Shell;

/// <summary>A command that shows examples in its help and ends in an <see cref="ExitCode"/>.</summary>
internal sealed class ToolCommand : Command
{
    /// <summary>Makes a command.</summary>
    /// <param name="name">What the user types.</param>
    /// <param name="description">What it does: one sentence.</param>
    /// <param name="examples">Command lines for the help, each from <c>common</c> on.</param>
    public ToolCommand(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
    }

    /// <summary>Command lines that the help shows.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Sets what the command does.</summary>
    /// <param name="run">Does the work; throws <see cref="ToolException"/> for what the user must mend.</param>
    public ToolCommand Runs(Func<ParseResult, ToolConsole, ExitCode> run)
    {
        SetAction(result => (int)run(result, ConsoleOf(result)));
        return this;
    }

    /// <summary>Sets what the command does, asynchronously.</summary>
    /// <param name="run">Does the work; throws <see cref="ToolException"/> for what the user must mend.</param>
    public ToolCommand Runs(Func<ParseResult, ToolConsole, CancellationToken, Task<ExitCode>> run)
    {
        SetAction(
            async (result, cancellationToken) =>
                (int)await run(result, ConsoleOf(result), cancellationToken).ConfigureAwait(false)
        );
        return this;
    }

    private static ToolConsole ConsoleOf(ParseResult result) =>
        ToolConsole.For(
            result,
            result.InvocationConfiguration.Output,
            result.InvocationConfiguration.Error
        );
}
