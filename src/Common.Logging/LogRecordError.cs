namespace Common.Logging;

/// <summary>The exception of a log record that was read back.</summary>
/// <param name="Type">The full name of its type.</param>
/// <param name="Message">Its message, with secrets masked.</param>
/// <param name="StackTrace">The lines of its stack trace and of its inner exceptions, joined by line feeds.</param>
public sealed record LogRecordError(string Type, string Message, string StackTrace);
