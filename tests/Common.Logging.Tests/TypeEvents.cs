using System.Collections.Immutable;
using System.Net;
using Common.Abstractions;
using Common.Context;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Common.Logging.Tests;

/// <summary>Events with a parameter of each type that may be one.</summary>
internal static partial class TypeEvents
{
    [LogEvent(1101, "type.numbers", EventKind.Lifecycle, "Numbers")]
    public static partial void Numbers(
        this ILogger logger,
        sbyte a,
        byte b,
        short c,
        ushort d,
        int e,
        uint f,
        long g,
        ulong h,
        nint i,
        nuint j,
        float k,
        double l,
        decimal m,
        Half n,
        Int128 o
    );

    [LogEvent(1102, "type.values", EventKind.Lifecycle, "Values")]
    public static partial void Values(
        this ILogger logger,
        bool a,
        char b,
        string? c,
        DayOfWeek d,
        Guid e,
        RequestId f,
        TenantPath g,
        Uri h,
        IPAddress i,
        IPEndPoint j,
        IPNetwork k,
        Version l,
        Degrees m,
        AttributeTargets n
    );

    [LogEvent(1103, "type.times", EventKind.Lifecycle, "Times")]
    public static partial void Times(
        this ILogger logger,
        Instant a,
        Duration b,
        LocalDate c,
        LocalTime d,
        LocalDateTime e,
        OffsetDateTime f,
        ZonedDateTime g,
        Period h,
        Offset i,
        DateTimeOffset j,
        TimeSpan k,
        DateTime l,
        DateOnly m,
        TimeOnly n,
        Interval o,
        DateTimeZone p
    );

    [LogEvent(1104, "type.lists", EventKind.Lifecycle, "Lists")]
    public static partial void Lists(
        this ILogger logger,
        int[] a,
        List<string> b,
        IReadOnlyList<decimal> c,
        ImmutableArray<Guid> d,
        IList<DayOfWeek> e,
        Instant[] f,
        int?[] g,
        string[]? h,
        byte[] i
    );

    [LogEvent(1130, "type.edges", EventKind.Lifecycle, "Edges")]
    public static partial void Edges(
        this ILogger logger,
        Instant a,
        Instant b,
        Instant? c,
        OffsetDateTime d,
        OffsetDateTime e,
        DateTimeOffset f,
        DateTime g,
        Enum h
    );

    [LogEvent(1131, "type.one_of_many", EventKind.Lifecycle, "One of many")]
    public static partial void OneOfMany(
        this ILogger logger,
        int first,
        DayOfWeek[] days,
        ISpanFormattable value,
        string last,
        double share
    );
}
