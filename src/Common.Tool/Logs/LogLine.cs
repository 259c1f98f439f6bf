namespace Common.Tool.Logs;

/// <summary>A line of a log.</summary>
/// <param name="File">The file that it stands in.</param>
/// <param name="Number">Its number there, from 1; 0 if lines were not counted.</param>
/// <param name="Text">The line without its end.</param>
/// <param name="IsUtf8">Whether its bytes are UTF-8; if not, the text has a replacement character for each that is not.</param>
internal readonly record struct LogLine(string File, long Number, string Text, bool IsUtf8);
