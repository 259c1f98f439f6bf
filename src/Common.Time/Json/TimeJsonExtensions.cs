using System.Text.Json;

namespace Common.Time.Json;

/// <summary>Adds the converters of this package to the options of System.Text.Json.</summary>
public static class TimeJsonExtensions
{
    /// <summary>Converts NodaTime's Instant, OffsetDateTime, LocalDate, OffsetTime and Duration.</summary>
    /// <param name="options">The options, which must not be in use yet.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    public static JsonSerializerOptions AddCommonTime(this JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Converters.Add(new InstantJsonConverter());
        options.Converters.Add(new OffsetDateTimeJsonConverter());
        options.Converters.Add(new LocalDateJsonConverter());
        options.Converters.Add(new OffsetTimeJsonConverter());
        options.Converters.Add(new DurationJsonConverter());
        return options;
    }
}
