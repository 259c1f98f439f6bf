using Common.Tool.Deprecations.Uses;

namespace Common.Tool.Deprecations.Waivers;

/// <summary>Somebody's promise to mend uses of one thing by a day.</summary>
/// <param name="Use">The name of the thing, as the report writes it; with <c>surface:</c> before it if two surfaces share it.</param>
/// <param name="Files">Which files it holds for: a path from the report's folder, with <c>*</c> for any characters; all, if missing.</param>
/// <param name="Owner">Who promises.</param>
/// <param name="Reason">Why it is not mended yet.</param>
/// <param name="Expires">The last day on which it holds.</param>
/// <param name="Line">Its line in the file, from 1.</param>
internal sealed record Waiver(
    string Use,
    string? Files,
    string Owner,
    string Reason,
    DateOnly Expires,
    int Line
)
{
    /// <summary>Whether it is about a use, expired or not.</summary>
    public bool Covers(Use use) =>
        (Use == use.Item.Name || Use == $"{use.Item.Surface}:{use.Item.Name}")
        && (
            Files is null
            || System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(
                Files,
                use.File,
                ignoreCase: false
            )
        );

    /// <summary>Whether it still holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => day <= Expires;
}
