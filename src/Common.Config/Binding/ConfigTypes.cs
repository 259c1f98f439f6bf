using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using Common.Config.Internal;
using NodaTime;

namespace Common.Config.Binding;

/// <summary>The types of options. Used by generated code.</summary>
/// <remarks>All texts are read with the invariant culture. All members are immutable and thread-safe.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Naming", "CA1720", Justification = "Each is named like the type that it reads.")]
public static class ConfigTypes
{
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
            $"it must be {(isFlags ? "some of" : "one of")} {string.Join(", ", names)}",
            (text, out value) =>
            {
                var parts = isFlags ? text.Split(',', StringSplitOptions.TrimEntries) : [text];
                if (
                    System.Array.TrueForAll(
                        parts,
                        p => names.Contains(p, StringComparer.OrdinalIgnoreCase)
                    )
                )
                {
                    return System.Enum.TryParse(text, ignoreCase: true, out value);
                }

                value = default;
                return false;
            }
        );
    }

    /// <summary>A type of the user's own.</summary>
    /// <typeparam name="T">The type, which reads itself from text.</typeparam>
    /// <returns>The type.</returns>
    public static ConfigType<T> Parsable<T>()
        where T : ISpanParsable<T> =>
        new ScalarType<T>(
            "text",
            $"it must be a text that {typeof(T).Name} can read",
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
