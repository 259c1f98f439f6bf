using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Analyzers.Tests.Logging;

public sealed class ServiceEventAnalyzerTests
{
    private static string Entry(int id, string name) =>
        $$"""[assembly: Common.Abstractions.CatalogueEntry("event", "{\"id\":{{id}},\"name\":\"{{name}}\",\"kind\":\"Completed\"}")]""";

    private static CompilationReference Library(string name, string source) =>
        CSharpCompilation
            .Create(
                name,
                [CSharpSyntaxTree.ParseText(source)],
                PlatformReferences.Without([]),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            )
            .ToMetadataReference();

    [Fact]
    public async Task Same_id_and_same_name_in_two_assemblies_of_a_service_are_reported()
    {
        var diagnostics = await RoslynTest
            .Analyzer<ServiceEventAnalyzer>()
            .AsExecutable()
            .WithReference(Library("A", Entry(1, "a.one") + Entry(2, "a.two")))
            .WithReference(Library("B", Entry(2, "b.two")))
            .WithSource(Entry(3, "a.one") + "return;")
            .DiagnosticsAsync();

        Assert.Equal(
            [
                "Event 'a.one' of 'TestProject' is also one of 'A'; an operator could not tell them apart",
                "Event 2 of 'B' is also one of 'A'; an operator could not tell them apart",
            ],
            diagnostics
                .Select(diagnostic =>
                    diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
                )
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Event_of_the_executable_is_reported_where_it_is_declared() =>
        await RoslynTest
            .Analyzer<ServiceEventAnalyzer>()
            .WithGenerator<LogEventGenerator>()
            .AsExecutable()
            .WithReference(Library("A", Entry(1001, "a.one") + Entry(1002, "a.two")))
            .WithSource(
                """
                using Common.Abstractions;
                using Microsoft.Extensions.Logging;

                return;

                static partial class Events
                {
                    [LogEvent({|CMN3023:1001|}, "b.one", EventKind.Completed, "Done")]
                    public static partial void One(ILogger logger);

                    [LogEvent(1003, summary: "Done", kind: EventKind.Completed, name: {|CMN3023:"a.two"|})]
                    public static partial void Two(ILogger logger);
                }
                """
            )
            .ReportsAsync(
                "Event 1001 of 'TestProject' is also one of 'A'; an operator could not tell them apart",
                "Event 'a.two' of 'TestProject' is also one of 'A'; an operator could not tell them apart"
            );

    [Fact]
    public async Task Libraries_are_not_looked_at() =>
        await RoslynTest
            .Analyzer<ServiceEventAnalyzer>()
            .WithReference(Library("A", Entry(1, "a.one")))
            .WithReference(Library("B", Entry(1, "b.one")))
            .WithSource("class C;")
            .ReportsAsync();
}
