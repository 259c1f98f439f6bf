using System.Buffers;
using System.Text;

namespace Common.Logging.Internal;

/// <summary>A message of the platform's form, such as <c>Order {OrderId} completed</c>, taken apart.</summary>
/// <param name="Literals">What stands between the holes, before the first and behind the last: one more than there are holes.</param>
/// <param name="Names">The names of the holes.</param>
internal sealed record MessageTemplate(IReadOnlyList<string> Literals, IReadOnlyList<string> Names)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create("{},:@$ ");

    /// <summary>Takes a message apart.</summary>
    /// <returns>Null if a hole has an alignment or a format, or if it is not closed.</returns>
    public static MessageTemplate? Parse(string text)
    {
        var literals = new List<string>();
        var names = new List<string>();
        var literal = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var isDoubled = i + 1 < text.Length && text[i + 1] == text[i];
            if (text[i] is not ('{' or '}') || isDoubled)
            {
                i += text[i] is '{' or '}' ? 1 : 0;
                literal.Append(text[i]);
                continue;
            }

            var length = text.AsSpan(i + 1).IndexOfAny(NameEnds);
            if (text[i] == '}' || length <= 0 || text[i + 1 + length] != '}')
            {
                return null;
            }

            literals.Add(literal.ToString());
            literal.Clear();
            names.Add(text.Substring(i + 1, length));
            i += length + 1;
        }

        literals.Add(literal.ToString());
        return new MessageTemplate(literals, names);
    }
}
