using Common.Abstractions;
using Common.Analyzers.Logging;

namespace Common.Analyzers.Tests.Logging;

public sealed class LogEventAnalyzerTests
{
    // As in a build: the generator comes first, and must let the compiler come as far as the analyzers.
    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<LogEventAnalyzer>()
        .WithGenerator<LogEventGenerator>();

    private static string Events(string members) =>
        $$"""
            using System;
            using System.Collections.Generic;
            using Common.Abstractions;
            using Microsoft.Extensions.Logging;
            using NodaTime;

            namespace Common.Config { public sealed class Secret; }

            static partial class Events
            {
                {{members}}
            }
            """;

    public static TheoryData<string, string> WrongDeclarations =>
        new()
        {
            {
                "[LogEvent({|CMN3013:0|}, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger);",
                "Event ID 0 is below 1"
            },
            {
                "[LogEvent(1, {|CMN3014:\"Done\"|}, EventKind.Completed, \"Done\")] static partial void Done(ILogger logger);",
                "Event name 'Done' is not dotted lower case, such as 'order.completed'"
            },
            {
                "[LogEvent(1, {|CMN3014:\"a..b\"|}, EventKind.Completed, \"Done\")] static partial void Done(ILogger logger);",
                "Event name 'a..b' is not dotted lower case, such as 'order.completed'"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, summary: {|CMN3015:\"Order {id}\"|})] static partial void Done(ILogger logger);",
                "The summary of 'a.b' has braces; values belong into parameters"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, {|CMN3015:\" \"|})] static partial void Done(ILogger logger);",
                "The summary of 'a.b' is empty"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, {|CMN3015:\"x\\ny\"|})] static partial void Done(ILogger logger);",
                "The summary of 'a.b' has control characters"
            },
            {
                "[LogEvent(1, {|CMN3014:null!|}, EventKind.Completed, \"Done\")] static partial void Done(ILogger logger);",
                "Event name '' is not dotted lower case, such as 'order.completed'"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, {|CMN3015:null!|})] static partial void Done(ILogger logger);",
                "The summary of 'a.b' is empty"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, {|CMN3015:\"x\\u202ey\"|})] static partial void Done(ILogger logger);",
                "The summary of 'a.b' has control characters"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, {|CMN3015:\"x\\ud800\"|})] static partial void Done(ILogger logger);",
                "The summary of 'a.b' has control characters"
            },
            {
                "[LogEvent(1, \"a.b\", {|CMN3022:(EventKind)10|}, \"Done\")] static partial void Done(ILogger logger);",
                "10 is not a declared EventKind"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Failed, \"Done\")] static partial void Done(ILogger logger, Exception a, InvalidOperationException {|CMN3016:b|});",
                "'b' is a second exception; a record has one"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, Common.Config.Secret {|CMN3017:value|});",
                "'value' is a Secret, which cannot be logged"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, Common.Config.Secret[] {|CMN3017:values|});",
                "'values' is a Secret, which cannot be logged"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, string {|CMN3018:userPassword|});",
                "'userPassword' is named like a secret; drop it, or say [NotSecret(\"why\")]"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, [Field(\"api_key\")] string {|CMN3018:value|});",
                "'value' is named like a secret; drop it, or say [NotSecret(\"why\")]"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, string? {|CMN3019:requestId|});",
                "'requestId' is a request ID as a string; declare it as a RequestId, or drop it: every record has the current one"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, Guid? {|CMN3019:globalRequestId|});",
                "'globalRequestId' is a request ID as a Guid; declare it as a RequestId, or drop it: every record has the current one"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, {|CMN3020:object|} thing);",
                "'thing' is of type 'object', which has no form of its own in a record; declare the type that it has"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, {|CMN3020:List<object>|} things);",
                "'things' is of type 'List<object>', which has no form of its own in a record; declare a list of numbers, strings or other single values"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, {|CMN3020:IEnumerable<int>|} sizes);",
                "'sizes' is of type 'IEnumerable<int>', which has no form of its own in a record; declare an array or an IReadOnlyList of its elements"
            },
            {
                "ref struct Text : ISpanFormattable { public string ToString(string? format, IFormatProvider? provider) => string.Empty; public bool TryFormat(Span<char> destination, out int written, ReadOnlySpan<char> format, IFormatProvider? provider) { written = 0; return true; } } [LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, {|CMN3020:Text|} text);",
                "'text' is of type 'Text', which has no form of its own in a record; declare the values of it that matter, one parameter each"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, {|CMN3020:(int, int)|} pair);",
                "'pair' is of type '(int, int)', which has no form of its own in a record; declare the values of it that matter, one parameter each"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, int[] {|CMN3021:_|});",
                "Field name '' is not in snake_case, such as 'order_id'"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, int orderId, [Field(\"order_id\")] int {|CMN3021:other|});",
                "Field name 'order_id' is there twice"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, bool {|CMN3021:truncated|});",
                "Field name 'truncated' is what a record says that was cut"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, int[] sizes, int {|CMN3021:sizesCount|});",
                "Field name 'sizes_count' is that of the count of 'sizes', if it is cut"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, [{|CMN3021:Field(\"OrderId\")|}] int id);",
                "Field name 'OrderId' is not in snake_case, such as 'order_id'"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void {|CMN3010:Done|}(int count);",
                "'Done' cannot be a log event: it has no logger; take an ILogger as its first parameter, or keep one in a field"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] public static partial int {|CMN3010:Done|}(ILogger logger);",
                "'Done' cannot be a log event: it must return void"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void {|CMN3010:Done|}<T>(ILogger logger);",
                "'Done' cannot be a log event: it must not be generic"
            },
            {
                "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, ref int {|CMN3010:count|});",
                "'Done' cannot be a log event: 'count' must not be ref or out"
            },
        };

    [Theory]
    [MemberData(nameof(WrongDeclarations))]
    public async Task LogEvent_is_an_error(string declaration, string message)
    {
        var test = declaration.Contains("static partial void", StringComparison.Ordinal)
            ? RoslynTest.Analyzer<LogEventAnalyzer>()
            : Test;
        await test.WithSource(Events(declaration)).ReportsAsync(message);
    }

    [Fact]
    public async Task LogEvent_without_partial_is_an_error()
    {
        await RoslynTest
            .Analyzer<LogEventAnalyzer>()
            .WithSource(
                Events(
                    "[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static void {|CMN3010:Done|}(ILogger logger) { }"
                )
            )
            .ReportsAsync("'Done' cannot be a log event: it must be partial and have no body");
    }

    [Fact]
    public async Task Same_id_and_same_name_are_errors_at_the_second()
    {
        await RoslynTest
            .Analyzer<LogEventAnalyzer>()
            .WithSource(
                Events(
                    """
                    [LogEvent(1, "a.b", EventKind.Completed, "Done")] static partial void First(ILogger logger);
                    [LogEvent(2, "a.c", EventKind.Completed, "Done")] static partial void Second(ILogger logger);
                    [LogEvent({|CMN3011:1|}, {|CMN3012:"a.b"|}, EventKind.Completed, "Done")] static partial void Third(ILogger logger);
                    """
                )
            )
            .ReportsAsync(
                "Event ID 1 is already that of 'First'; a free one is 3",
                "Event name 'a.b' is already that of 'First'"
            );
    }

    [Fact]
    public async Task Free_id_is_found_also_behind_the_last_one()
    {
        await RoslynTest
            .Analyzer<LogEventAnalyzer>()
            .WithSource(
                Events(
                    """
                    [LogEvent(int.MaxValue, "a.b", EventKind.Completed, "Done")] static partial void First(ILogger logger);
                    [LogEvent({|CMN3011:int.MaxValue|}, "a.c", EventKind.Completed, "Done")] static partial void Second(ILogger logger);
                    """
                )
            )
            .ReportsAsync("Event ID 2147483647 is already that of 'First'; a free one is 1");
    }

    [Theory]
    [InlineData("string key")]
    [InlineData("int tokenCount")]
    [InlineData("string secretary")]
    [InlineData("bool passwordless")]
    [InlineData("[NotSecret(\"only whether there is one\")] bool hasPassword")]
    [InlineData("Guid requestKey")]
    [InlineData("string passwordPolicy")]
    public async Task Names_that_only_resemble_secrets_are_none(string parameter)
    {
        await RoslynTest
            .Analyzer<LogEventAnalyzer>()
            .WithSource(
                Events(
                    $"[LogEvent(1, \"a.b\", EventKind.Completed, \"Done\")] static partial void Done(ILogger logger, {parameter});"
                )
            )
            .ReportsAsync();
    }

    [Fact]
    public void KindNames_are_those_of_the_enumeration() =>
        Assert.Equal(Enum.GetNames<EventKind>(), KindNames.Kinds);

    [Theory]
    [InlineData("orderId", "order_id")]
    [InlineData("HTTPStatus", "http_status")]
    [InlineData("userID", "user_id")]
    [InlineData("x509Certificate", "x509_certificate")]
    [InlineData("_leading", "leading")]
    [InlineData("already_snake", "already_snake")]
    public void SnakeCase_of_a_name(string name, string expected) =>
        Assert.Equal(expected, SnakeCase.Of(name));
}
