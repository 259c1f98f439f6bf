using Common.Analyzers.Logging;

namespace Common.Analyzers.Tests.Logging;

/// <summary>Where an event may be declared, and which logger it takes.</summary>
public sealed class LogEventPlacesTests
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using Common.Abstractions;
        using Microsoft.Extensions.Logging;


        """;

    private static readonly RoslynTest Test = RoslynTest
        .Generator<LogEventGenerator>()
        .WithAnalyzer<LogEventAnalyzer>();

    [Fact]
    public async Task Types_may_have_several_type_parameters_and_names_that_are_keywords() =>
        await Test.WithSource(
                Head
                    + """
                    namespace Orders.@event
                    {
                        partial class Outer<T, @int>
                            where T : struct
                            where @int : Exception
                        {
                            private enum Mode { A, @class }

                            private readonly ILogger<Outer<T, @int>> _logger = null!;

                            [LogEvent(1, "a.one", EventKind.Diagnostic, "One")]
                            private partial void @event(Mode mode, Mode? @class, List<Mode?> modes);

                            public readonly partial record struct @static<TU, TV>(ILogger Logger)
                            {
                                [LogEvent(2, "a.two", EventKind.Diagnostic, "Two")]
                                public partial void Done(scoped in int count, in Exception? failure);
                            }
                        }

                        public partial interface IEvents
                        {
                            [LogEvent(3, "a.three", EventKind.Diagnostic, "Three")]
                            public static partial void Done(in ILogger logger, Enum kind);
                        }
                    }
                    """
            )
            .ReportsAsync();

    [Fact]
    public async Task A_mistake_is_all_that_is_reported_wherever_it_stands() =>
        await Test.WithSource(
                Head
                    + """
                    namespace Orders.@event
                    {
                        static partial class Events<T, @int>
                        {
                            [LogEvent({|CMN3013:0|}, "a.one", EventKind.Diagnostic, "One")]
                            public static partial void @event(ILogger logger);

                            [LogEvent(2, "a.two", EventKind.Diagnostic, "Two")]
                            public static partial void Spans(ILogger logger, scoped {|CMN3020:ReadOnlySpan<int>|} sizes, params {|CMN3020:ReadOnlySpan<int>|} rest);

                            [LogEvent(3, "a.three", EventKind.Diagnostic, "Three")]
                            public static partial void Loggers(ref ILogger {|CMN3010:logger|});
                        }

                        static partial class Events
                        {
                            [LogEvent(4, "a.four", EventKind.Diagnostic, "Four")]
                            public static partial void Done(ILogger logger);
                        }

                        static partial class Events<T>
                        {
                            [LogEvent({|CMN3011:4|}, "a.five", EventKind.Diagnostic, "Five")]
                            public static partial void Done(ILogger logger);
                        }

                        static partial class EVENTS
                        {
                            [LogEvent({|CMN3011:4|}, "a.six", EventKind.Diagnostic, "Six")]
                            public static partial void Done(ILogger logger);
                        }
                    }
                    """
            )
            .ReportsAsync();

    [Fact]
    public async Task Types_that_no_other_file_can_add_to_are_reported() =>
        await Test.WithSource(
                Head
                    + """
                    file static partial class Events
                    {
                        [LogEvent(1, "a.one", EventKind.Diagnostic, "One")]
                        static partial void {|CMN3010:Done|}(ILogger logger);
                    }

                    public partial interface IEvents<out T>
                    {
                        [LogEvent(2, "a.two", EventKind.Diagnostic, "Two")]
                        static partial void {|CMN3010:Done|}(ILogger logger);
                    }
                    """
            )
            .ReportsAsync(
                "'Done' cannot be a log event: its type 'Events' must not be of one file only",
                "'Done' cannot be a log event: its type 'IEvents' must have no 'in' or 'out' type parameter"
            );

    [Fact]
    public async Task Functions_that_are_no_members_are_reported() =>
        await Test.WithSource(
                Head
                    + """
                    static class Events
                    {
                        static void Run()
                        {
                            [{|CMN3010:LogEvent(1, "a.one", EventKind.Diagnostic, "One")|}] static void Local() { }
                            Local();
                            Action lambda = [{|CMN3010:LogEvent(2, "a.two", EventKind.Diagnostic, "Two")|}] () => { };
                            lambda();
                        }
                    }
                    """
            )
            .ReportsAsync(
                "'Local' cannot be a log event: it must be partial and have no body",
                "'lambda expression' cannot be a log event: it must be partial and have no body"
            );

    [Fact]
    public async Task Logger_may_be_static_a_class_or_inherited_and_is_the_one_that_can_be_read() =>
        await Test.WithSource(
                Head
                    + """
                    static partial class Jobs<T>
                    {
                        private static readonly ILogger Log = null!;

                        [LogEvent(1, "a.one", EventKind.Diagnostic, "One")]
                        public static partial void Done(int Log);
                    }

                    partial class Job
                    {
                        private static readonly ILogger Log = null!;

                        [LogEvent(2, "a.two", EventKind.Diagnostic, "Two")]
                        public partial void Done();
                    }

                    partial class Named(Logger<Named> logger) // its members are those of the interface only
                    {
                        [LogEvent(3, "a.three", EventKind.Diagnostic, "Three")]
                        public partial void Done();
                    }

                    class Parent
                    {
                        protected ILogger Hidden { private get; set; } = null!;
                    }

                    partial class Child(ILogger<Child> logger) : Parent
                    {
                        [LogEvent(4, "a.four", EventKind.Diagnostic, "Four")]
                        public partial void Done();
                    }

                    partial class Shadow(ILogger logger)
                    {
                        public ILogger Kept { get; } = logger;

                        [LogEvent(5, "a.five", EventKind.Diagnostic, "Five")]
                        public partial void Done(string logger);
                    }

                    partial class Covered(ILogger logger)
                    {
                        [LogEvent(6, "a.six", EventKind.Diagnostic, "Six")]
                        public partial void {|CMN3010:Done|}(string logger);
                    }
                    """
            )
            .ReportsAsync();

    [Fact]
    public async Task Logger_that_may_be_absent_is_asked_for()
    {
        var outcome = await Test.WithSource(
                Head
                    + """
                    partial class Optional
                    {
                        private readonly ILogger? _logger = null;

                        [LogEvent(1, "a.one", EventKind.Audit, "One")]
                        public partial void Done();
                    }
                    """
            )
            .GenerateAsync();

        Assert.Contains(
            "if (this._logger is null) { return; }",
            outcome.Text("Done.1.g.cs"),
            StringComparison.Ordinal
        );
    }
}
