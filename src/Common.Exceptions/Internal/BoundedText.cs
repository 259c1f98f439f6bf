namespace Common.Exceptions.Internal;

/// <summary>Cuts texts that came from outside.</summary>
internal static class BoundedText
{
    /// <summary>Cuts a text at the greatest length of a text that is read; never within a surrogate pair.</summary>
    public static string Cut(string text) => Cut(text, ProblemDocument.MaxTextLength);

    public static string Cut(string text, int most) =>
        text.Length <= most
            ? text
            : string.Concat(
                text.AsSpan(0, char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1),
                "…"
            );
}
