namespace Common.Logging.Internal;

/// <summary>A line of the text format that goes on with a record: of its exception, first type and message, then the trace.</summary>
internal sealed record TextContinuation(LogRecord Head, string Line)
{
    /// <summary>Adds the line to the last record with the same head.</summary>
    public void AddTo(List<LogRecord> records)
    {
        for (var i = records.Count - 1; i >= 0; i--)
        {
            var record = records[i];
            if (IsOf(record))
            {
                records[i] = record with { Exception = Extend(record.Exception) };
                return;
            }
        }
    }

    private bool IsOf(LogRecord record) =>
        record.Timestamp == Head.Timestamp
        && record.Service == Head.Service
        && record.Instance == Head.Instance
        && record.SeverityNumber == Head.SeverityNumber
        && record.RequestId == Head.RequestId
        && record.Logger == Head.Logger;

    private LogRecordError Extend(LogRecordError? exception)
    {
        if (exception is not null)
        {
            return exception with
            {
                StackTrace =
                    exception.StackTrace.Length == 0 ? Line : $"{exception.StackTrace}\n{Line}",
            };
        }

        var colon = Line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0
            ? new LogRecordError(Line, string.Empty, string.Empty)
            : new LogRecordError(Line[..colon], Line[(colon + 2)..], string.Empty);
    }
}
