namespace Common.Logging.Internal;

/// <summary>What a record begins with, its time apart: its event and its request.</summary>
/// <param name="Prefix">The event.</param>
/// <param name="Context">The request.</param>
/// <param name="IsCut">Whether texts of them were cut, since a line could not hold them.</param>
internal readonly record struct RecordHead(
    EventPrefix Prefix,
    EncodedContext Context,
    bool IsCut = false
)
{
    /// <summary>What each text may keep at the least, in bytes: at so few, the shortest line holds them all.</summary>
    private const int FewestBytes = 16;

    /// <summary>The beginning of a record of the current request. If it is too long, its longest texts are cut.</summary>
    /// <param name="prefix">The event.</param>
    /// <param name="shape">What all records have in common.</param>
    /// <param name="most">How many bytes it may take.</param>
    public static RecordHead Of(EventPrefix prefix, RecordShape shape, int most)
    {
        var head = new RecordHead(prefix, EncodedContext.Current);
        for (var longest = most / 2; head.Length > most && longest >= FewestBytes; longest /= 2)
        {
            head = new(prefix.Cut(shape, longest), EncodedContext.CurrentCut(longest), IsCut: true);
        }

        return head;
    }

    private int Length => Prefix.Length + Context.Length;
}
