using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Common.Config.Binding;

/// <summary>The rules for the values of options. Used by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConfigRules
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Limits a value.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="type">How the limits are written.</param>
    /// <param name="minimum">The lowest value, as text of the type.</param>
    /// <param name="maximum">The highest value, as text of the type.</param>
    /// <param name="minimumIsExclusive">Whether the lowest value itself is refused.</param>
    /// <param name="maximumIsExclusive">Whether the highest value itself is refused.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">A limit is no text of the type.</exception>
    public static ConfigRule<T> Range<T>(
        ConfigType<T> type,
        string minimum,
        string maximum,
        bool minimumIsExclusive,
        bool maximumIsExclusive
    )
        where T : IComparable<T> =>
        Limits(type, minimum, maximum, minimumIsExclusive, maximumIsExclusive);

    internal static ConfigRule<T> Limits<T>(
        ConfigType<T> type,
        string minimum,
        string maximum,
        bool minimumIsExclusive,
        bool maximumIsExclusive
    )
    {
        var order = Comparer<T>.Default;
        var (low, high) = (Read(type, minimum), Read(type, maximum));
        var text = (minimumIsExclusive, maximumIsExclusive) switch
        {
            (false, false) => $"it must be from {minimum} to {maximum}",
            (true, false) => $"it must be above {minimum} and at most {maximum}",
            (false, true) => $"it must be at least {minimum} and below {maximum}",
            _ => $"it must be above {minimum} and below {maximum}",
        };
        return new(
            text,
            value =>
                (
                    minimumIsExclusive
                        ? order.Compare(value, low) > 0
                        : order.Compare(value, low) >= 0
                )
                && (
                    maximumIsExclusive
                        ? order.Compare(value, high) < 0
                        : order.Compare(value, high) <= 0
                )
        );
    }

    /// <summary>Allows some values only.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="type">How the values are written.</param>
    /// <param name="values">The values, as texts of the type.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentException">A value is no text of the type.</exception>
    public static ConfigRule<T> AllowedValues<T>(ConfigType<T> type, params string[] values)
    {
        var allowed = System.Array.ConvertAll(values, value => Read(type, value));
        return new($"it must be one of {string.Join(", ", values)}", allowed.Contains);
    }

    /// <summary>Demands that the whole text matches.</summary>
    /// <param name="pattern">A regular expression.</param>
    /// <returns>The rule.</returns>
    public static ConfigRule<string> RegularExpression(string pattern)
    {
        var expression = new Regex(
            $@"^(?:{pattern})\z",
            RegexOptions.CultureInvariant,
            MatchTimeout
        );
        return new($"it must match {pattern}", expression.IsMatch);
    }

    /// <summary>Limits the length of a text. Characters are counted as JSON Schema counts them: one for each code point of Unicode.</summary>
    /// <param name="minimum">The fewest characters.</param>
    /// <param name="maximum">The most characters.</param>
    /// <returns>The rule.</returns>
    public static ConfigRule<string> Length(int minimum, int maximum) =>
        new(
            LengthText(minimum, maximum, "characters"),
            value => HasLength(value, minimum, maximum)
        );

    /// <summary>Limits the length of a secret.</summary>
    /// <param name="minimum">The fewest characters.</param>
    /// <param name="maximum">The most characters.</param>
    /// <returns>The rule.</returns>
    public static ConfigRule<Secret> SecretLength(int minimum, int maximum) =>
        new(
            LengthText(minimum, maximum, "characters"),
            value => HasLength(value.Reveal(), minimum, maximum)
        );

    /// <summary>Limits how many elements a collection has.</summary>
    /// <typeparam name="T">The type of the collection.</typeparam>
    /// <param name="minimum">The fewest elements.</param>
    /// <param name="maximum">The most elements.</param>
    /// <returns>The rule.</returns>
    public static ConfigRule<T> Count<T>(int minimum, int maximum)
        where T : IEnumerable => Elements<T>(minimum, maximum);

    internal static ConfigRule<T> Elements<T>(int minimum, int maximum) =>
        new(
            LengthText(minimum, maximum, "elements"),
            value =>
            {
                var count = value is ICollection collection
                    ? collection.Count
                    : ((IEnumerable)value!).Cast<object?>().Count();
                return count >= minimum && count <= maximum;
            }
        );

    /// <summary>Demands an absolute address of the web.</summary>
    /// <returns>The rule.</returns>
    public static ConfigRule<string> Url() => new(UrlText, static value => IsUrl(value));

    /// <summary>Demands an absolute address of the web.</summary>
    /// <returns>The rule.</returns>
    public static ConfigRule<Uri> WebUri() =>
        new(UrlText, static value => IsUrl(value.OriginalString));

    private static bool HasLength(string value, int minimum, int maximum)
    {
        var length = value.EnumerateRunes().Count();
        return length >= minimum && length <= maximum;
    }

    private const string UrlText =
        "it must be an address that begins with http://, https:// or ftp://";

    private static bool IsUrl(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https" or "ftp";

    private static string LengthText(int minimum, int maximum, string what) =>
        (minimum, maximum) switch
        {
            (_, int.MaxValue) => string.Create(
                CultureInfo.InvariantCulture,
                $"it must have at least {minimum} {what}"
            ),
            (0, _) => string.Create(
                CultureInfo.InvariantCulture,
                $"it must have at most {maximum} {what}"
            ),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"it must have from {minimum} to {maximum} {what}"
            ),
        };

    private static T Read<T>(ConfigType<T> type, string text) =>
        type is ScalarType<T> scalar && scalar.TryParse(text, out var value)
            ? value
            : throw new ArgumentException($"{text} is no {type.Name}.", nameof(text));
}
