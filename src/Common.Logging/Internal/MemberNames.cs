using System.Collections.Concurrent;
using System.Text;

namespace Common.Logging.Internal;

/// <summary>The names of foreign fields, encoded for <see cref="RecordWriter"/>, and whether they name secrets.</summary>
internal sealed class MemberNames(bool isJson)
{
    /// <summary>How many names are kept; those beyond are encoded each time.</summary>
    private const int MostKept = 2048;
    private const int LongestName = 128;

    private readonly ConcurrentDictionary<string, Member> _kept = new(StringComparer.Ordinal);
    private int _count; // that of the dictionary would lock the whole

    public Member this[string name]
    {
        get
        {
            if (_kept.TryGetValue(name, out var member))
            {
                return member;
            }

            member = Make(name);
            if (Volatile.Read(ref _count) < MostKept && _kept.TryAdd(name, member))
            {
                Interlocked.Increment(ref _count);
            }

            return member;
        }
    }

    /// <summary>The text of the name under which the count of a list stands beside it.</summary>
    public string CountTextOf(string list) => TextOf(Shown(list) + "_count");

    private Member Make(string name)
    {
        var text = TextOf(Shown(name));
        return new Member(text, Encoding.UTF8.GetBytes(text), SecretNames.Contains(name));
    }

    private static string Shown(string name) =>
        name.Length <= LongestName ? name : name[..LongestName];

    private string TextOf(string shown)
    {
        var isBare =
            Characters.AreBare(shown) && shown is not ("" or "truncated" or "truncated_count");
        return isJson ? $",{EscapedText.Quoted(shown)}:"
            : isBare ? $",\"{shown}\":"
            : $",\"{EscapedText.Quoted(shown)}\":";
    }

    /// <summary>A name.</summary>
    /// <param name="Text">As it is written: two names that are cut or mended to the same text are one.</param>
    /// <param name="Bytes">The same, encoded.</param>
    /// <param name="IsSecret">Whether it names a secret.</param>
    internal sealed record Member(string Text, byte[] Bytes, bool IsSecret);
}
