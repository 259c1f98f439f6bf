namespace Common.Tool.Shell;

/// <summary>Ends a run with one clear line for the user and an exit code.</summary>
internal sealed class ToolException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="code">How the run ends.</param>
    /// <param name="message">What is wrong, and what to do: where, what value, what rule.</param>
    /// <param name="inner">What caused it, if anything did.</param>
    public ToolException(ExitCode code, string message, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
    }

    /// <summary>How the run ends.</summary>
    public ExitCode Code { get; }
}
