using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Reflection;
using System.Text.RegularExpressions;
using Common.Config.Internal;
using NodaTime;
using NodaTime.Text;

namespace Common.Config.Binding;

/// <summary>The types of options. Used by generated code.</summary>
/// <remarks>All texts are read with the invariant culture. All members are immutable and thread-safe.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1720", Justification = "Each is named like the type that it reads.")]
public static class ConfigTypes
{
    private static readonly LocalTimePattern ShortTime =
        LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary><c>true</c> or <c>false</c>, in either case.</summary>
    public static ConfigType<bool> Boolean { get; } =
        new ScalarType<bool>("bool", "it must be true or false", bool.TryParse);

    /// <summary>Any text.</summary>
    public static ConfigType<string> String { get; } =
        new ScalarType<string>(
            "string",
            "it must be a text",
            static (string text, [MaybeNullWhen(false)] out string value) =>
            {
                value = text;
                return true;
            }
        );

    /// <summary>One character.</summary>
    public static ConfigType<char> Char { get; } =
        new ScalarType<char>("char", "it must be one character", char.TryParse);

    /// <summary>A whole number of 8 bits without a sign.</summary>
    public static ConfigType<byte> Byte { get; } = Whole<byte>("byte");

    /// <summary>A whole number of 8 bits.</summary>
    public static ConfigType<sbyte> SByte { get; } = Whole<sbyte>("sbyte");

    /// <summary>A whole number of 16 bits.</summary>
    public static ConfigType<short> Int16 { get; } = Whole<short>("short");

    /// <summary>A whole number of 16 bits without a sign.</summary>
    public static ConfigType<ushort> UInt16 { get; } = Whole<ushort>("ushort");

    /// <summary>A whole number of 32 bits.</summary>
    public static ConfigType<int> Int32 { get; } = Whole<int>("int");

    /// <summary>A whole number of 32 bits without a sign.</summary>
    public static ConfigType<uint> UInt32 { get; } = Whole<uint>("uint");

    /// <summary>A whole number of 64 bits.</summary>
    public static ConfigType<long> Int64 { get; } = Whole<long>("long");

    /// <summary>A whole number of 64 bits without a sign.</summary>
    public static ConfigType<ulong> UInt64 { get; } = Whole<ulong>("ulong");

    /// <summary>A number of 32 bits; neither NaN nor an infinity.</summary>
    public static ConfigType<float> Single { get; } = Fractional<float>("float");

    /// <summary>A number of 64 bits; neither NaN nor an infinity.</summary>
    public static ConfigType<double> Double { get; } = Fractional<double>("double");

    /// <summary>A decimal number.</summary>
    public static ConfigType<decimal> Decimal { get; } = Fractional<decimal>("decimal");

    /// <summary>A UUID with dashes.</summary>
    public static ConfigType<Guid> Guid { get; } =
        new ScalarType<Guid>(
            "guid",
            "it must be a UUID such as 550e8400-e29b-41d4-a716-446655440000",
            static (text, out value) => System.Guid.TryParseExact(text, "D", out value)
        );

    /// <summary>An absolute address.</summary>
    public static ConfigType<Uri> Uri { get; } =
        new ScalarType<Uri>(
            "uri",
            "it must be an absolute address such as https://example.org/",
            static (string text, [MaybeNullWhen(false)] out Uri value) =>
                System.Uri.TryCreate(text, UriKind.Absolute, out value) && !text.StartsWith('/')
        );

    /// <summary>A version of two to four numbers.</summary>
    public static ConfigType<Version> Version { get; } =
        new ScalarType<Version>(
            "version",
            "it must be a version such as 1.2 or 1.2.3",
            System.Version.TryParse
        );

    /// <summary>A duration in units of 100 nanoseconds.</summary>
    public static ConfigType<TimeSpan> TimeSpan { get; } =
        new ScalarType<TimeSpan>("duration", DurationText.Rule, DurationText.TryParse);

    /// <summary>A duration in nanoseconds.</summary>
    public static ConfigType<Duration> Duration { get; } =
        new ScalarType<Duration>("duration", DurationText.Rule, DurationText.TryParse);

    /// <summary>A period of years, months and days, in ISO 8601.</summary>
    public static ConfigType<Period> Period { get; } =
        Noda("period", "a period such as P1Y2M or P10D", PeriodPattern.NormalizingIso);

    /// <summary>A date.</summary>
    public static ConfigType<LocalDate> LocalDate { get; } =
        Noda("date", "a date such as 2026-11-21", LocalDatePattern.Iso);

    /// <summary>A time of day.</summary>
    public static ConfigType<LocalTime> LocalTime { get; } =
        Noda("time", "a time such as 23:30 or 23:30:15", LocalTimePattern.GeneralIso, ShortTime);

    /// <summary>An instant, in RFC 3339 with Z.</summary>
    public static ConfigType<Instant> Instant { get; } =
        Noda("instant", "an instant such as 2026-11-21T10:11:12Z", InstantPattern.ExtendedIso);

    /// <summary>A number of bytes.</summary>
    public static ConfigType<ByteSize> ByteSize { get; } =
        new ScalarType<ByteSize>(
            "size",
            "it must be a size such as 512B, 64KiB, 10MiB or 2GB",
            static (text, out value) =>
                Common.Config.ByteSize.TryParse(text, CultureInfo.InvariantCulture, out value)
        );

    /// <summary>A host and a port.</summary>
    public static ConfigType<HostPort> HostPort { get; } =
        new ScalarType<HostPort>(
            "endpoint",
            "it must be a host and a port such as db.example:5432",
            static (text, out value) =>
                Common.Config.HostPort.TryParse(text, CultureInfo.InvariantCulture, out value)
        );

    /// <summary>An IP address; IPv4 with all four numbers.</summary>
    public static ConfigType<IPAddress> IPAddress { get; } =
        new ScalarType<IPAddress>(
            "ip",
            "it must be an IP address such as 192.0.2.1 or 2001:db8::1",
            static (string text, [MaybeNullWhen(false)] out IPAddress value) =>
                System.Net.IPAddress.TryParse(text, out value)
                && (text.Contains(':', StringComparison.Ordinal) || text.Count('.') == 3)
        );

    /// <summary>A network.</summary>
    public static ConfigType<IPNetwork> IPNetwork { get; } =
        new ScalarType<IPNetwork>(
            "network",
            "it must be a network such as 10.0.0.0/8",
            static (text, out value) => System.Net.IPNetwork.TryParse(text, out value)
        );

    /// <summary>A regular expression; matching takes a second at most.</summary>
    public static ConfigType<Regex> Regex { get; } =
        new ScalarType<Regex>("regex", "it must be a regular expression", TryRegex);

    /// <summary>A secret.</summary>
    public static ConfigType<Secret> Secret { get; } = new SecretType();

    /// <summary>One of the names of an enumeration, in either case; several with commas for one of flags.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="isFlags">Whether several names may be given.</param>
    /// <returns>The type.</returns>
    public static ConfigType<T> Enum<T>(bool isFlags)
        where T : struct, Enum
    {
        var names = System.Enum.GetNames<T>();
        return new ScalarType<T>(
            "enum",
            NamesRule(names, isFlags),
            (text, out value) =>
            {
                value = default;
                return AreNames(text, names, isFlags)
                    && (
                        System.Enum.TryParse(text, out value) // of names that differ in case only, the one that is written
                        || System.Enum.TryParse(text, ignoreCase: true, out value)
                    );
            }
        );
    }

    /// <summary>A type of the user's own.</summary>
    /// <typeparam name="T">The type, which reads itself from text. Its <see cref="DescriptionAttribute"/>, if it has one, says what text: <c>an address</c>.</typeparam>
    /// <returns>The type.</returns>
    public static ConfigType<T> Parsable<T>()
        where T : ISpanParsable<T> =>
        new ScalarType<T>(
            "text",
            typeof(T).GetCustomAttribute<DescriptionAttribute>() is { } form
                ? $"it must be {form.Description}"
                : $"it must be a text that {typeof(T).Name} can read",
            static (string text, [MaybeNullWhen(false)] out T value) =>
                T.TryParse(text, CultureInfo.InvariantCulture, out value)
        );

    /// <summary>A section within another.</summary>
    /// <typeparam name="T">The class of options.</typeparam>
    /// <returns>The type.</returns>
    public static ConfigType<T> Section<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
            T
    >()
        where T : class, IConfigSection<T> => new SectionType<T>();

    /// <summary>A list.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="element">How the elements are written.</param>
    /// <returns>The type.</returns>
    public static ConfigType<List<T>> List<T>(ConfigType<T> element) =>
        new CollectionType<T, List<T>>("list", element, static list => list);

    /// <summary>An array.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="element">How the elements are written.</param>
    /// <returns>The type.</returns>
    public static ConfigType<T[]> Array<T>(ConfigType<T> element) =>
        new CollectionType<T, T[]>("list", element, static list => list.ToArray());

    /// <summary>A set.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="element">How the elements are written.</param>
    /// <returns>The type.</returns>
    public static ConfigType<HashSet<T>> Set<T>(ConfigType<T> element) =>
        new CollectionType<T, HashSet<T>>("set", element, static list => [.. list]);

    /// <summary>A dictionary by name.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="element">How the elements are written.</param>
    /// <returns>The type.</returns>
    public static ConfigType<Dictionary<string, T>> Dictionary<T>(ConfigType<T> element) =>
        new DictionaryType<T>(element);

    /// <summary>A dictionary whose keys are whole numbers, UUIDs or the names of an enumeration.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="key">How the keys are written.</param>
    /// <param name="element">How the elements are written.</param>
    /// <returns>The type.</returns>
    /// <exception cref="ArgumentException">The values of <paramref name="key"/> are not written as one text.</exception>
    public static ConfigType<Dictionary<TKey, T>> Dictionary<TKey, T>(
        ConfigType<TKey> key,
        ConfigType<T> element
    )
        where TKey : notnull =>
        key is ScalarType<TKey> scalar
            ? new KeyedDictionaryType<TKey, T>(scalar, element)
            : throw new ArgumentException($"{key?.Name} cannot be a key.", nameof(key));

    /// <summary>A type whose values are taken as those of a type above it, as lists are for a dictionary of their interface.</summary>
    /// <typeparam name="T">The type as it is declared.</typeparam>
    /// <typeparam name="TBound">The type of what is made.</typeparam>
    /// <param name="type">How the values are written.</param>
    /// <returns>The type.</returns>
    public static ConfigType<T> As<T, TBound>(ConfigType<TBound> type)
        where TBound : T => new WiderType<T, TBound>(type);

    /// <summary>The type of an enumeration whose names alone are known.</summary>
    internal static ConfigType<string> Names(IReadOnlyList<string> names, bool isFlags) =>
        new ScalarType<string>(
            "enum",
            NamesRule(names, isFlags),
            (string text, [MaybeNullWhen(false)] out string value) =>
            {
                value = text;
                return AreNames(text, names, isFlags);
            }
        );

    /// <summary>The type that a catalogue names, if it is one that needs no more than its name.</summary>
    internal static ConfigType? ByName(string name) =>
        name switch
        {
            "bool" => Boolean,
            "char" => Char,
            "byte" => Byte,
            "sbyte" => SByte,
            "short" => Int16,
            "ushort" => UInt16,
            "int" => Int32,
            "uint" => UInt32,
            "long" => Int64,
            "ulong" => UInt64,
            "float" => Single,
            "double" => Double,
            "decimal" => Decimal,
            "guid" => Guid,
            "uri" => Uri,
            "version" => Version,
            "duration" => Duration,
            "period" => Period,
            "date" => LocalDate,
            "time" => LocalTime,
            "instant" => Instant,
            "size" => ByteSize,
            "endpoint" => HostPort,
            "ip" => IPAddress,
            "network" => IPNetwork,
            "regex" => Regex,
            "secret" => Secret,
            "string" => String,
            _ => null,
        };

    private static string NamesRule(IReadOnlyList<string> names, bool isFlags) =>
        $"it must be {(isFlags ? "some of" : "one of")} {string.Join(", ", names)}";

    private static bool AreNames(string text, IReadOnlyList<string> names, bool isFlags) =>
        System.Array.TrueForAll(
            isFlags ? text.Split(',', StringSplitOptions.TrimEntries) : [text],
            part => names.Contains(part, StringComparer.OrdinalIgnoreCase)
        );

    private static ScalarType<T> Noda<T>(string name, string what, params IPattern<T>[] patterns) =>
        new(
            name,
            "it must be " + what,
            (string text, [MaybeNullWhen(false)] out T value) =>
            {
                value = default;
                return System.Array.Exists(patterns, pattern => pattern.Parse(text).Success)
                    && patterns
                        .Select(pattern => pattern.Parse(text))
                        .First(result => result.Success)
                        .TryGetValue(default!, out value!);
            }
        );

    private static bool TryRegex(string text, [MaybeNullWhen(false)] out Regex value)
    {
        try
        {
            value = new Regex(text, RegexOptions.CultureInvariant, System.TimeSpan.FromSeconds(1));
            return true;
        }
        catch (ArgumentException)
        {
            value = null;
            return false;
        }
    }

    private static ScalarType<T> Whole<T>(string name)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> =>
        new(
            name,
            string.Create(
                CultureInfo.InvariantCulture,
                $"it must be a whole number from {T.MinValue} to {T.MaxValue}"
            ),
            static (text, out value) =>
                T.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out value
                )
        );

    private static ScalarType<T> Fractional<T>(string name)
        where T : struct, INumber<T> =>
        new(
            name,
            "it must be a number such as 0.5",
            static (text, out value) =>
                T.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign
                        | NumberStyles.AllowDecimalPoint
                        | NumberStyles.AllowExponent,
                    CultureInfo.InvariantCulture,
                    out value
                ) && T.IsFinite(value)
        );
}
