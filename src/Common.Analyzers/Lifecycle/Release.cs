using System.Globalization;

namespace Common.Analyzers.Lifecycle;

/// <summary>A release, as it is written in <c>[Deprecated]</c>: <c>major.minor</c>.</summary>
internal sealed record Release(int Major, int Minor)
{
    /// <summary>How many major releases after the deprecation the removal comes.</summary>
    private const int Notice = 2;

    /// <summary>The first release that may not have any more what this one first shipped deprecated.</summary>
    public Release Removal => new(Major + Notice, 0);

    /// <summary>Reads <c>major.minor</c>; a patch number and what follows a dash is passed over.</summary>
    public static Release? TryParse(string? text)
    {
        var parts = (text ?? "").Split('-')[0].Split('.');
        if (
            parts.Length is < 2 or > 4
            || !IsNumber(parts[0], out var major)
            || !IsNumber(parts[1], out var minor)
            || !parts.Skip(2).All(p => IsNumber(p, out _))
        )
        {
            return null;
        }

        return new Release(major, minor);
    }

    /// <summary>Whether this release comes before another, or is it.</summary>
    public bool IsNotAfter(Release other) =>
        Major != other.Major ? Major < other.Major : Minor <= other.Minor;

    /// <inheritdoc />
    public override string ToString() =>
        Major.ToString(CultureInfo.InvariantCulture)
        + "."
        + Minor.ToString(CultureInfo.InvariantCulture);

    private static bool IsNumber(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
