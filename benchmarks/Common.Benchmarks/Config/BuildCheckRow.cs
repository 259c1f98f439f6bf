using System.Globalization;
using System.Text;
using Common.Analyzers.Config;
using Common.Benchmarks.Runner;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Benchmarks.Config;

/// <summary>What the check of a file adds to a build in a compiler that is warm, as a compiler server is.</summary>
internal sealed class BuildCheckRow : IRow
{
    private const int Sections = 100;
    private const int Options = 10;

    public string Area => "Config";

    public string Title => "check a 1,000-key appsettings.json at build";

    /// <summary>The compiler's driver hands its work to other threads.</summary>
    public TimeSource Time => TimeSource.ProcessCpu;

    public IReadOnlyList<Contender> Prepare()
    {
        var compilation = Compilation();
        var right = new AdditionalFile("appsettings.json", Json(value: "5"));
        var wrong = new AdditionalFile("appsettings.json", Json(value: "\"many\""));
        return Check(compilation, right) == 0 && Check(compilation, wrong) == Sections * Options
            ?
            [
                new("Common", Loop.Of(() => Check(compilation, right)))
                {
                    Goals = [Goal.Nanoseconds(20e6)],
                },
            ]
            : throw new InvalidOperationException("The check does not see every key.");
    }

    private static int Check(CSharpCompilation compilation, AdditionalText file)
    {
        var analysis = new CompilationWithAnalyzers(
            compilation,
            [new AppSettingsAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([file]),
                onAnalyzerException: null,
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false
            )
        );
#pragma warning disable VSTHRD002 // Without concurrency the analysis ends on this thread.
        return analysis
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None)
            .GetAwaiter()
            .GetResult()
            .Length;
#pragma warning restore VSTHRD002
    }

    private static CSharpCompilation Compilation()
    {
        var source = new StringBuilder("using Common.Abstractions;\n");
        for (var i = 0; i < Sections; i++)
        {
            source.Append(
                CultureInfo.InvariantCulture,
                $"/// <summary>Section {i}.</summary>\n[ConfigSection(\"Bench:S{i}\")] public sealed partial class S{i}\n{{\n"
            );
            for (var j = 0; j < Options; j++)
            {
                source.Append(
                    CultureInfo.InvariantCulture,
                    $"/// <summary>Option {j}.</summary>\n[System.ComponentModel.DataAnnotations.Range(1, 1000)] public int P{j} {{ get; init; }} = {j + 1};\n"
                );
            }

            source.Append("}\n");
        }

        return CSharpCompilation.Create(
            "Bench",
            [CSharpSyntaxTree.ParseText(source.ToString())],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(IsReferenced)
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
    }

    private static bool IsReferenced(string path) =>
        Path.GetFileName(path) is var name
        && (
            name.StartsWith("System.", StringComparison.Ordinal)
            || name is "Common.Abstractions.dll" or "Common.Config.dll" or "NodaTime.dll"
        );

    private static string Json(string value)
    {
        var json = new StringBuilder("{ \"Bench\": {\n");
        for (var i = 0; i < Sections; i++)
        {
            json.Append(CultureInfo.InvariantCulture, $"\"S{i}\": {{ ");
            for (var j = 0; j < Options; j++)
            {
                json.Append(CultureInfo.InvariantCulture, $"\"P{j}\": {value}, ");
            }

            json.Append("},\n");
        }

        return json.Append("} }\n").ToString();
    }
}
