using Common.Analyzers.Logging;

namespace Common.Analyzers.Tests.Logging;

public sealed class DirectLogCallAnalyzerTests
{
    private static string Call(string statement) =>
        $$"""
            using System;
            using Microsoft.Extensions.Logging;

            sealed class Checkout(ILogger<Checkout> logger)
            {
                void Pay(long orderId, Exception failure) { {{statement}} }
            }
            """;

    [Theory]
    [InlineData(
        "{|CMN3001:logger.LogInformation(\"Paid {OrderId}\", orderId)|};",
        "LogInformation"
    )]
    [InlineData("{|CMN3001:logger.LogError(failure, \"Not paid\")|};", "LogError")]
    [InlineData("{|CMN3001:logger.Log(LogLevel.Warning, \"Late\")|};", "Log")]
    [InlineData("{|CMN3001:LoggerExtensions.LogDebug(logger, \"Late\")|};", "LogDebug")]
    [InlineData("{|CMN3001:logger.LogDebug($\"constant {nameof(orderId)}\")|};", "LogDebug")]
    public async Task Direct_calls_are_reported(string statement, string method) =>
        await RoslynTest
            .Analyzer<DirectLogCallAnalyzer>()
            .WithSource(Call(statement))
            .ReportsAsync(
                $"'{method}' chooses a level and a text on the spot; declare a [LogEvent] and call it"
            );

    [Theory]
    [InlineData("{|CMN3003:logger.LogInformation($\"Paid {orderId}\")|};")]
    [InlineData("{|CMN3003:logger.LogInformation(\"Paid \" + orderId)|};")]
    public async Task Messages_put_together_are_reported(string statement) =>
        await RoslynTest
            .Analyzer<DirectLogCallAnalyzer>()
            .WithSource(Call(statement))
            .ReportsAsync(
                "The message of 'LogInformation' is put together from values, which no search finds again; declare a [LogEvent] with a field for each"
            );

    [Theory]
    [InlineData("logger.BeginScope(\"pay\");")]
    [InlineData("_ = logger.IsEnabled(LogLevel.Debug);")]
    [InlineData("logger.Log(LogLevel.Debug, default, 1, null, (_, _) => \"x\");")]
    public async Task Other_calls_of_a_logger_are_not_reported(string statement) =>
        await RoslynTest
            .Analyzer<DirectLogCallAnalyzer>()
            .WithSource(Call(statement))
            .ReportsAsync();

    [Fact]
    public async Task Nothing_is_reported_where_events_cannot_be_declared() =>
        await RoslynTest
            .Analyzer<DirectLogCallAnalyzer>()
            .WithoutReference("Common.Abstractions")
            .WithSource(Call("logger.LogInformation(\"Paid\");"))
            .ReportsAsync();

    [Fact]
    public async Task LoggerMessage_is_reported_at_its_attribute() =>
        await RoslynTest
            .Analyzer<RawLoggerMessageAnalyzer>()
            .WithCompilerErrors("CS8795") // its generator does not run here
            .WithSource(
                """
                using Microsoft.Extensions.Logging;

                static partial class Messages
                {
                    [[|LoggerMessage(1, LogLevel.Information, "Paid")|]]
                    public static partial void Paid(ILogger logger);
                }
                """
            )
            .ReportsAsync(
                "'Paid' chooses its level and is in no catalogue; declare it with [LogEvent]"
            );
}
