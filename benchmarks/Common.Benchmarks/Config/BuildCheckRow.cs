using System.Globalization;
using System.Text;
using Common.Analyzers.Config;
using Common.Benchmarks.Runner;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Benchmarks.Config;

/// <summary>What the check of a file adds to a build, in a compiler that is warm, as a compiler server is.</summary>
/// <remarks>
/// The compiler does most of its work whoever asks, and cannot be measured without it. So each turn measures it once without the file and once
/// with it, and the check is the difference. It is of all threads: the compiler's driver hands its work to others.
/// </remarks>
internal sealed class BuildCheckRow : IMeasuredRow
{
    private const int Sections = 100;
    private const int Options = 10;

    public string Area => "Config";

    public string Title => "check a 1,000-key appsettings.json at build";

    public IReadOnlyList<Contender> Prepare()
    {
        var compilation = Compilation();
        var right = new AdditionalFile("appsettings.json", Json(value: "5"));
        var wrong = new AdditionalFile("appsettings.json", Json(value: "\"many\""));
        return Analyze(compilation, right) == 0 && Analyze(compilation, wrong) == Sections * Options
            ?
            [
                Contender.Baseline(
                    "the compiler without the file",
                    Loop.Of(() => Analyze(compilation))
                ),
                new("the compiler with the file", Loop.Of(() => Analyze(compilation, right))),
                new("Common, the check alone", static _ => { })
                {
                    Goals = [Goal.Nanoseconds(20e6)],
                },
            ]
            : throw new InvalidOperationException("The check does not see every key.");
    }

    public IReadOnlyList<Result> Measure(Effort effort)
    {
        var contenders = Prepare();
        for (var round = 0; round < effort.WarmUpRounds; round++)
        {
            Turn(contenders[0]);
            Turn(contenders[1]);
        }

        var turns = new double[contenders.Count][];
        Array.Fill(turns, []);
        for (var turn = 0; turn < effort.Turns; turn++)
        {
            GC.Collect();
            var (without, with) = (Turn(contenders[0]), Turn(contenders[1]));
            turns =
            [
                [.. turns[0], without],
                [.. turns[1], with],
                [.. turns[2], with - without],
            ];
        }

        return
        [
            .. contenders.Select(
                (contender, i) =>
                    new Result(
                        contender,
                        Statistics.Median(turns[i]),
                        Statistics.Median(turns[i].Zip(turns[0], (own, other) => own / other)),
                        Statistics.Spread(turns[i]),
                        Bytes: 0
                    )
            ),
        ];
    }

    private static double Turn(Contender contender)
    {
        const int Runs = 4;
        var start = MeasuringClock.Read(TimeSource.ProcessCpu);
        contender.Run(Runs);
        return (MeasuringClock.Read(TimeSource.ProcessCpu) - start) / Runs;
    }

    private static int Analyze(Compilation compilation, params AdditionalText[] files)
    {
        var analysis = new CompilationWithAnalyzers(
            compilation,
            [new AppSettingsAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. files]),
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

    /// <summary>A project as an analyzer sees it: after the generator.</summary>
    private static Compilation Compilation()
    {
        CSharpGeneratorDriver
            .Create(new ConfigSectionGenerator())
            .RunGeneratorsAndUpdateCompilation(Declared(), out var compilation, out _);
        return compilation;
    }

    private static CSharpCompilation Declared()
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
