using Common.Logging.Internal;

namespace Common.Logging;

/// <summary>Reads log records back, in either format, with or without journald's priorities.</summary>
/// <remarks>Thread-safe. Lines that are no records, such as a runtime's own messages, are passed over.</remarks>
public static class LogRecordReader
{
    /// <summary>Reads all records.</summary>
    /// <param name="lines">The lines of a log.</param>
    /// <returns>The records, in order; the continuation lines of a text record belong to it even if others' lines lie between.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is <see langword="null"/>.</exception>
    public static IReadOnlyList<LogRecord> ReadAll(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var records = new List<LogRecord>();
        foreach (var line in lines)
        {
            if (TextRecordParser.TryParseContinuation(line, out var continuation))
            {
                continuation.AddTo(records);
            }
            else if (TryRead(line, out var record))
            {
                records.Add(record);
            }
        }

        return records;
    }

    /// <summary>Tries to read one record. Never throws for what is no record.</summary>
    /// <param name="line">One line, without its end; a continuation line is no record.</param>
    /// <param name="record">The record, if this method returns <see langword="true"/>.</param>
    /// <returns><see langword="true"/> if the line is a record.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is <see langword="null"/>.</exception>
    public static bool TryRead(
        string line,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LogRecord? record
    )
    {
        ArgumentNullException.ThrowIfNull(line);
        var text = RecordLine.WithoutPriority(line);
        return text is ['{', ..]
            ? JsonRecordParser.TryParse(text, out record)
            : TextRecordParser.TryParse(text, out record);
    }

    /// <summary>Says whether a line goes on with a record of the text format, as those of a stack trace do. Never throws for what does not.</summary>
    /// <param name="line">One line, without its end.</param>
    /// <returns><see langword="true"/> if the line belongs to the record before it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is <see langword="null"/>.</exception>
    public static bool IsContinuation(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return TextRecordParser.TryParseContinuation(line, out _);
    }
}
