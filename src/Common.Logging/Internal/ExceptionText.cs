namespace Common.Logging.Internal;

/// <summary>An exception as text: masked, bounded, and made without letting through what its members throw.</summary>
internal sealed class ExceptionText
{
    private const int MostLines = 500;
    private const int MostExceptions = 32;

    private readonly List<string> _lines = [];
    private int _exceptions;

    public ExceptionText(Exception exception)
    {
        Type = NameOf(exception);
        Message = MessageOf(exception);
        Add(exception, isOuter: true);
    }

    /// <summary>The full name of the exception's type.</summary>
    public string Type { get; }

    /// <summary>The exception's message.</summary>
    public string Message { get; }

    /// <summary>Type and message, as the first line of a trace.</summary>
    public string Header => Message.Length == 0 ? Type : $"{Type}: {Message}";

    /// <summary>The lines of the stack trace, those of inner exceptions too.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Whether there are more lines or inner exceptions than are taken.</summary>
    public bool IsCut { get; private set; }

    private void Add(Exception exception, bool isOuter)
    {
        if (++_exceptions > MostExceptions)
        {
            IsCut = true;
            return;
        }

        if (!isOuter)
        {
            AddLine($"---> {NameOf(exception)}: {MessageOf(exception)}");
        }

        foreach (var line in TraceOf(exception).AsSpan().EnumerateLines())
        {
            var text = line.Trim();
            if (!text.IsEmpty)
            {
                AddLine(text.ToString());
            }
        }

        if (exception is AggregateException aggregate)
        {
            foreach (var inner in aggregate.InnerExceptions)
            {
                Add(inner, isOuter: false);
            }
        }
        else if (exception.InnerException is { } inner)
        {
            Add(inner, isOuter: false);
        }
    }

    private void AddLine(string line)
    {
        if (_lines.Count < MostLines)
        {
            _lines.Add(line);
        }
        else
        {
            IsCut = true;
        }
    }

    private static string NameOf(Exception exception) =>
        exception.GetType().FullName ?? exception.GetType().Name;

    private static string MessageOf(Exception exception) =>
        SecretMask.Apply(Guarded.Text(exception, static e => e.Message));

    private static string TraceOf(Exception exception) =>
        SecretMask.Apply(Guarded.Text(exception, static e => e.StackTrace)); // that of a remote one holds its message
}
