namespace Common.Logging.Internal;

/// <summary>What both formats' parsers share.</summary>
internal static class RecordLine
{
    /// <summary>A line without the priority of journald.</summary>
    public static string WithoutPriority(string line) =>
        line is ['<', >= '0' and <= '7', '>', ..] ? line[3..] : line;

    /// <summary>The number of a severity's name.</summary>
    public static bool TryGetNumber(ReadOnlySpan<char> severity, out int number)
    {
        number = 0;
        for (var i = 0; i < Severity.Count; i++)
        {
            if (severity.SequenceEqual(Severity.At(i).Text))
            {
                number = Severity.At(i).Number;
                return true;
            }
        }

        return false;
    }
}
