using System.Globalization;
using System.Text;
using Common.Benchmarks.Runner;
using Common.Tool.Shell;

namespace Common.Benchmarks.Lifecycle;

/// <summary><c>common deprecations report</c> over many files of ten projects, a quarter of which use what goes away; a process of its own each time.</summary>
internal sealed class ReportRow : IMeasuredRow, IDisposable
{
    private const int Projects = 10;
    private const int UsesOfAFile = 3;
    private const int MostTurns = 5;

    private const string Library = """
        namespace Lib;
        public static class OrderText
        {
            [Common.Abstractions.Deprecated("1.1", "Format(id)")] public static string Write(long id) => Format(id);
            public static string Format(long id) => "";
        }
        [Common.Abstractions.Deprecated("1.1", "OrderMemo")] public class OrderNote { public string Text { get; set; } = ""; }
        public class OrderMemo { public string Text { get; set; } = ""; }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("report-");
    private int _files = 1000;

    public string Area => "Lifecycle";

    public string Title => "report the deprecations used in 1,000 files";

    public TimeSource Time => TimeSource.Wall;

    public void Shrink() => _files = 2 * Projects;

    public void Dispose() => _folder.Delete(recursive: true);

    public IReadOnlyList<Contender> Prepare() =>
        [new("common deprecations report", static _ => { }) { Goals = [Goal.Nanoseconds(10e9)] }];

    public IReadOnlyList<Result> Measure(Effort effort)
    {
        Write();
        var turns = new double[Math.Min(effort.Turns, MostTurns)];
        for (var turn = 0; turn < turns.Length; turn++)
        {
            var start = MeasuringClock.Read(Time);
            Run();
            turns[turn] = MeasuringClock.Read(Time) - start;
        }

        return
        [
            new(
                Prepare()[0],
                Statistics.Median(turns),
                Ratio: 1,
                Statistics.Spread(turns),
                Bytes: 0
            ),
        ];
    }

    private void Run()
    {
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(
                "dotnet",
                [typeof(ToolHost).Assembly.Location, "deprecations", "report", _folder.FullName]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var expected = string.Create(
            CultureInfo.InvariantCulture,
            $"{_files / 4 * UsesOfAFile} uses of 2 things in {Projects} projects"
        );
        if (!output.Contains(expected, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The report does not say '{expected}': {output}");
        }
    }

    private void Write()
    {
        Save("packages/lib/lib/net10.0/Lib.dll", Compiler.Image("Lib", "2.0.0.0", Library));
        Save(
            "packages/abstractions/lib/net10.0/Common.Abstractions.dll",
            File.ReadAllBytes(typeof(Common.Abstractions.DeprecatedAttribute).Assembly.Location)
        );
        var sources = LargeProject.Sources(_files);
        for (var p = 0; p < Projects; p++)
        {
            Save($"P{p}/P{p}.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />"u8);
            Save($"P{p}/obj/project.assets.json", Encoding.UTF8.GetBytes(Assets()));
        }

        for (var i = 0; i < _files; i++)
        {
            var uses =
                i % 4 == 0
                    ? "    public string Receipt(long id) => Lib.OrderText.Write(id);\n    public Lib.OrderNote Note(string text) => new Lib.OrderNote { Text = text };\n}\n"
                    : "}\n";
            var text = sources[i].TrimEnd('\n', '}') + "}\n" + uses;
            Save($"P{i % Projects}/C{i}.cs", Encoding.UTF8.GetBytes(text));
        }
    }

    private void Save(string path, ReadOnlySpan<byte> content)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }

    // What a restore writes, as far as it matters.
    private string Assets() =>
        $$"""
            {
              "targets": {
                "net10.0": {
                  "Lib/2.0.0": { "type": "package", "compile": { "lib/net10.0/Lib.dll": {} } },
                  "Common.Abstractions/1.0.0": { "type": "package", "compile": { "lib/net10.0/Common.Abstractions.dll": {} } }
                }
              },
              "libraries": { "Lib/2.0.0": { "path": "lib" }, "Common.Abstractions/1.0.0": { "path": "abstractions" } },
              "packageFolders": { "{{_folder.FullName}}/packages/": {} },
              "project": { "frameworks": { "net10.0": {} } }
            }
            """;
}
