namespace Common.Packages.Tests;

/// <summary>What a command said, and how it ended.</summary>
/// <param name="Command">The command, for messages.</param>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record CommandResult(string Command, int ExitCode, string Output, string Error)
{
    /// <summary>Fails with everything that the command said if it did not end with 0.</summary>
    public CommandResult MustSucceed() =>
        ExitCode == 0 ? this : throw new InvalidOperationException($"{this}");

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Command} ended with {ExitCode}.{Environment.NewLine}{Output}{Environment.NewLine}{Error}";
}
