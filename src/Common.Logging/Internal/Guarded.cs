using System.Diagnostics.CodeAnalysis;

namespace Common.Logging.Internal;

/// <summary>Asks foreign code for text. What it throws becomes a note in the record, never an exception of the log call.</summary>
internal static class Guarded
{
    /// <summary>The longest text that is taken from a foreign value; what is behind it could not be written anyhow.</summary>
    public const int LongestText = LoggingOptions.MostLineBytes;

    /// <summary>The text that a value gives, or a note.</summary>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "a log call never throws into its caller"
    )]
    public static string Text<T>(T value, Func<T, string?> read)
    {
        try
        {
            return read(value) ?? string.Empty;
        }
        catch (Exception exception)
        {
            return Note(exception);
        }
    }

    /// <summary>What is written in place of a value that could not be read.</summary>
    public static string Note(Exception exception) =>
        $"(unreadable: {exception.GetType().FullName})";
}
