using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Common.Abstractions;

namespace Common.Logging.Internal;

/// <summary>Writes values whose type is known only while running: those of other libraries' records and of scopes.</summary>
internal static class ForeignValue
{
    /// <summary>Writes a value. Never throws what the value's type throws.</summary>
    /// <param name="writer">Takes the value.</param>
    /// <param name="member">The field's name; empty within a list.</param>
    /// <param name="value">The value.</param>
    /// <param name="mayCount">Whether the name is free under which the count of a long list stands beside it.</param>
    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "a log call never throws into its caller"
    )]
    public static void Write(
        RecordWriter writer,
        ReadOnlySpan<byte> member,
        object? value,
        bool mayCount = false
    )
    {
        switch (value)
        {
            case null:
                writer.WriteNull(member);
                break;
            case string text:
                writer.Write(member, SecretMask.Apply(text));
                break;
            case bool truth:
                writer.Write(member, truth);
                break;
            case int number:
                writer.Write(member, (long)number);
                break;
            case long number:
                writer.Write(member, number);
                break;
            case sbyte or byte or short or ushort or uint:
                writer.Write(
                    member,
                    Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)
                );
                break;
            case ulong number:
                writer.Write(member, number);
                break;
            case float number:
                writer.Write(member, number);
                break;
            case double number:
                writer.Write(member, number);
                break;
            case decimal number:
                writer.Write(member, number);
                break;
            case IEnumerable list and not IFormattable when !member.IsEmpty:
                WriteList(writer, member, list, mayCount);
                break;
            default:
                writer.Write(
                    member,
                    SecretMask.Apply(Guarded.Text(value, static v => FormattedText.Of(v)))
                );
                break;
        }
    }

    [SuppressMessage(
        "Design",
        "CA1031:Do not catch general exception types",
        Justification = "a log call never throws into its caller"
    )]
    private static void WriteList(
        RecordWriter writer,
        ReadOnlySpan<byte> member,
        IEnumerable list,
        bool mayCount
    )
    {
        var items = new List<object?>();
        var count = 0;
        var isWhole = true;
        try
        {
            foreach (var item in list)
            {
                if (items.Count == ILogFieldWriter.MaxElements)
                {
                    isWhole = false;
                    break;
                }

                items.Add(item);
            }

            count = CountOf(list);
        }
        catch (Exception exception)
        {
            items.Add(Guarded.Note(exception));
        }

        count = Math.Max(count, items.Count);
        if (!isWhole && count == items.Count)
        {
            writer.MarkCut(); // how many there are, is not known: an endless sequence is not counted to its end
        }

        writer.BeginList(member, mayCount ? count : Math.Min(count, ILogFieldWriter.MaxElements));
        foreach (var item in items)
        {
            Write(writer, default, item);
        }

        writer.EndList();
    }

    /// <summary>How many elements there are, if that can be told without going through them; else 0.</summary>
    private static int CountOf(IEnumerable list) =>
        list switch
        {
            ICollection collection => collection.Count,
            IReadOnlyCollection<object?> collection => collection.Count,
            _ => 0,
        };
}
