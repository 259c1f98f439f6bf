using Common.Analyzers.Logging;

namespace Common.Analyzers.Tests.Logging;

public sealed class LogEventGeneratorTests
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Net;
        using Common.Abstractions;
        using Microsoft.Extensions.Logging;
        using NodaTime;


        """;

    private static readonly RoslynTest Test = RoslynTest
        .Generator<LogEventGenerator>()
        .WithAnalyzer<LogEventAnalyzer>();

    [Fact]
    public async Task Extension_method_is_an_ordinary_logger_call()
    {
        var outcome = await Test.WithSource(
                Head
                    + """
                    namespace Orders;

                    internal static partial class OrderEvents
                    {
                        [LogEvent(1042, "order.completed", EventKind.Completed, "Order completed")]
                        public static partial void OrderCompleted(this ILogger logger, long orderId, int items, decimal total);
                    }
                    """
            )
            .GenerateAsync();

        var text = outcome.Text(".OrderCompleted.1042.g.cs");
        Assert.Contains("LogLevel.Information", text, StringComparison.Ordinal);
        Assert.Contains(
            "if (!logger.IsEnabled(global::Microsoft.Extensions.Logging.LogLevel.Information)) { return; }",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("writer.Write(\",\\\"order_id\\\":\"u8", text, StringComparison.Ordinal);
        Assert.Contains(
            "[assembly: global::Common.Abstractions.CatalogueEntry(\"event\", \"{\\\"id\\\":1042,"
                + "\\\"name\\\":\\\"order.completed\\\",\\\"kind\\\":\\\"Completed\\\",\\\"level\\\":\\\"Information\\\","
                + "\\\"summary\\\":\\\"Order completed\\\",\\\"fields\\\":[{\\\"name\\\":\\\"order_id\\\",\\\"type\\\":\\\"integer\\\"},"
                + "{\\\"name\\\":\\\"items\\\",\\\"type\\\":\\\"integer\\\"},{\\\"name\\\":\\\"total\\\",\\\"type\\\":\\\"number\\\"}],"
                + "\\\"exception\\\":false}\")]",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_type_that_has_a_form_compiles()
    {
        await Test.WithSource(
                Head
                    + """
                    public enum Color { Red, Green, AlsoGreen = Green }

                    [Flags]
                    public enum Sides { None = 0, Left = 1, Right = 2 }

                    public readonly struct Sku : ISpanFormattable
                    {
                        public string ToString(string? format, IFormatProvider? provider) => "sku";

                        public bool TryFormat(Span<char> destination, out int written, ReadOnlySpan<char> format, IFormatProvider? provider)
                        {
                            written = 0;
                            return true;
                        }
                    }

                    static partial class Events
                    {
                        [LogEvent(1, "a.numbers", EventKind.Diagnostic, "Numbers")]
                        static partial void Numbers(ILogger logger, sbyte a, byte b, short c, ushort d, int e, uint f, long g, ulong h, nint i, nuint j, float k, double l, decimal m, Half n, Int128 o, UInt128 p);

                        [LogEvent(2, "a.nullables", EventKind.Diagnostic, "Nullables")]
                        static partial void Nullables(ILogger logger, int? a, ulong? b, double? c, decimal? d, bool? e, Color? f, Guid? g, Instant? h, string? i, Uri? j, IReadOnlyList<int?>? k);

                        [LogEvent(3, "a.texts", EventKind.Diagnostic, "Texts")]
                        static partial void Texts(ILogger logger, string a, char b, Guid c, Color d, Sides e, Uri f, IPAddress g, IPEndPoint h, IPNetwork i, Sku j, ISpanFormattable k, Version l);

                        [LogEvent(4, "a.times", EventKind.Diagnostic, "Times")]
                        static partial void Times(ILogger logger, DateTimeOffset a, TimeSpan b, DateTime c, DateOnly d, TimeOnly e, Instant f, Duration g, LocalDate h, LocalDateTime i, OffsetDateTime j, ZonedDateTime k, Period l, DateTimeZone m);

                        [LogEvent(5, "a.lists", EventKind.Diagnostic, "Lists")]
                        static partial void Lists(ILogger logger, int[] a, string?[] b, List<Guid> c, IReadOnlyList<Color> d, IList<decimal> e, ImmutableArray<long> f, ImmutableArray<long>? g, ImmutableList<Instant> h, byte[] i, ArraySegment<int> j);

                        [LogEvent(6, "a.failure", EventKind.Failed, "Failure")]
                        static partial void Failure(ILogger logger, InvalidOperationException? failure);

                        [LogEvent(7, "a.keywords", EventKind.Audit, "Say \"it\"")]
                        static partial void Keywords(ILogger logger, in int @event, string @class, [Field("sku")] string item, params string[] rest);
                    }
                    """
            )
            .ReportsAsync();
    }

    [Fact]
    public async Task Logger_may_be_a_field_a_property_or_a_parameter_of_the_primary_constructor()
    {
        await Test.WithSource(
                Head
                    + """
                    partial class WithField
                    {
                        private readonly ILogger<WithField> _logger = null!;

                        [LogEvent(1, "a.field", EventKind.Diagnostic, "Field")]
                        private partial void Done(int count);
                    }

                    partial class WithProperty
                    {
                        protected ILogger Logger { get; init; } = null!;

                        [LogEvent(2, "a.property", EventKind.Diagnostic, "Property")]
                        internal partial void Done();
                    }

                    partial class Derived : WithProperty
                    {
                        [LogEvent(3, "a.derived", EventKind.Diagnostic, "Derived")]
                        public partial void Other();
                    }

                    partial class Outer<T>
                    {
                        private sealed partial record Inner(int Size, ILogger<Inner> Logger);

                        partial class WithParameter(ILogger<T> logger)
                        {
                            [LogEvent(4, "a.parameter", EventKind.Diagnostic, "Parameter")]
                            private partial void Done(double? share, Exception exception);
                        }
                    }
                    """
            )
            .ReportsAsync();
    }

    [Fact]
    public async Task Audit_does_not_ask_whether_its_level_is_enabled()
    {
        var outcome = await Test.WithSource(
                Head
                    + """
                    static partial class Events
                    {
                        [LogEvent(1, "user.removed", EventKind.Audit, "User removed")]
                        public static partial void Removed(ILogger logger);
                    }
                    """
            )
            .GenerateAsync();

        Assert.DoesNotContain(
            "IsEnabled",
            outcome.Text("Removed.1.g.cs"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Deprecated_event_says_so_in_the_catalogue()
    {
        var outcome = await Test.WithSource(
                Head
                    + """
                    static partial class Events
                    {
                        [Deprecated("1.2", "order.completed")]
                        [LogEvent(1, "order.done", EventKind.Completed, "Order done")]
                        public static partial void Done(ILogger logger);
                    }
                    """
            )
            .GenerateAsync();

        Assert.Contains(
            "\\\"deprecated\\\":{\\\"since\\\":\\\"1.2\\\",\\\"replacement\\\":\\\"order.completed\\\",\\\"reason\\\":null}",
            outcome.Text("Done.1.g.cs"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unrelated_edit_writes_nothing_anew()
    {
        await RoslynTest
            .Generator<LogEventGenerator>()
            .WithSource(
                Head
                    + """
                    enum Color { Red }

                    static partial class Events
                    {
                        [LogEvent(1, "a.b", EventKind.Completed, "Done")]
                        public static partial void Done(ILogger logger, Color color, int[] sizes);
                    }
                    """
            )
            .IsIncrementalAsync();
    }
}
