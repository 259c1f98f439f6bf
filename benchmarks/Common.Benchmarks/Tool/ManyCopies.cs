using System.Globalization;
using System.Text;
using Common.Tool.Shell;

namespace Common.Benchmarks.Tool;

/// <summary>A service with copies of many modules, and two releases of their incubator, in a temporary folder.</summary>
internal sealed class ManyCopies : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("common-benchmark-").FullName;

    private readonly int _modules;
    private readonly int _files;

    /// <summary>Makes the copies.</summary>
    /// <param name="modules">How many modules.</param>
    /// <param name="files">How many files each of them has.</param>
    public ManyCopies(int modules, int files)
    {
        _modules = modules;
        _files = files;
        WriteIncubator("one", "1.0.0", "first");
        WriteIncubator("two", "2.0.0", "second");
        Directory.CreateDirectory(Service);
        Run(
            0,
            "add",
            "one",
            [.. Enumerable.Range(0, modules).Select(m => $"m{m}"), "--namespace", "Shop"]
        );
    }

    private string Service => Path.Combine(_root, "service");

    /// <summary>Lists the copied files.</summary>
    public IEnumerable<string> Copies() =>
        Directory.EnumerateFiles(
            Path.Combine(Service, "Incubator"),
            "*.cs",
            SearchOption.AllDirectories
        );

    /// <summary>Edits every copied file, far from where upstream changes it.</summary>
    public void Edit()
    {
        foreach (var file in Copies())
        {
            File.WriteAllText(
                file,
                File.ReadAllText(file).Replace("return 0;", "return 1;", StringComparison.Ordinal)
            );
        }
    }

    /// <summary>Runs a command of the tool on the service.</summary>
    /// <param name="exitCode">How it must end.</param>
    /// <param name="command">The command.</param>
    /// <param name="release">The release of the incubator: <c>one</c> or <c>two</c>.</param>
    /// <param name="arguments">More arguments.</param>
    public void Run(int exitCode, string command, string release, params string[] arguments)
    {
        string[] args =
        [
            "incubator",
            command,
            .. arguments,
            "--project",
            Service,
            "--source",
            Path.Combine(_root, release),
        ];
#pragma warning disable VSTHRD002 // a measured operation is synchronous, and no context waits for it
        var code = ToolHost
            .RunAsync(args, TextWriter.Null, TextWriter.Null)
            .GetAwaiter()
            .GetResult();
#pragma warning restore VSTHRD002
        if (code != exitCode)
        {
            throw new InvalidOperationException($"{command} ended with {code}.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void WriteIncubator(string release, string version, string text)
    {
        Write(
            $"{release}/incubator.json",
            $$"""{ "schema": 1, "name": "house", "version": "{{version}}", "namespace": "House.Incubator" }"""
        );
        for (var m = 0; m < _modules; m++)
        {
            Write(
                $"{release}/m{m}/module.json",
                $$"""{ "schema": 1, "name": "m{{m}}", "purpose": "x", "owner": "x", "stage": "incubating", "since": "1.0", "exit": "2030-01-01", "files": { "source": ["src/**/*.cs"] } }"""
            );
            for (var f = 0; f < _files; f++)
            {
                Write($"{release}/m{m}/src/Part{f}.cs", Source(m, f, text));
            }
        }
    }

    // As long as a usual file of the modules here.
    private static string Source(int module, int file, string text)
    {
        var code = new StringBuilder();
        code.Append(
            CultureInfo.InvariantCulture,
            $"using System;\n\nnamespace House.Incubator.M{module};\n\n/// <summary>Part {file}.</summary>\npublic static class Part{file}\n{{\n    public const string Text = \"{text}\";\n"
        );
        for (var member = 0; member < 12; member++)
        {
            code.Append(
                CultureInfo.InvariantCulture,
                $"\n    /// <summary>Does <see cref=\"House.Incubator.M{module}.Part{file}\"/>.</summary>\n    public static int Do{member}(int value)\n    {{\n        ArgumentOutOfRangeException.ThrowIfNegative(value);\n        return value + {member};\n    }}\n"
            );
        }

        return code.Append("\n    public static int Zero()\n    {\n        return 0;\n    }\n}\n")
            .ToString();
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
