using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Conventions.Tests.Docs;

/// <summary>Compiles the documentation's C# as a consumer would: with the packages, their generators and ASP.NET Core.</summary>
internal static class DocCompiler
{
    // What <ImplicitUsings> gives a web project, and what an editor adds by itself: the namespaces of the packages.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        global using Common.Abstractions;
        global using Common.Config;
        global using Common.Context;
        global using Common.Exceptions;
        global using Common.Incubator.Auth;
        global using Common.Incubator.Web;
        global using Common.Logging;
        global using Common.Time;
        global using NodaTime;

        namespace Common.Config { }
        namespace Common.Exceptions { }
        namespace Common.Incubator.Web { }
        namespace Common.Logging { }
        namespace Orders.Incubator.Web { } // where a reader's copy of the module lies
        """;

    private const string Analyzers = "Common.Analyzers.dll";

    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Preview,
        DocumentationMode.Parse
    );

    // The packages, the platform and the test framework are what this test runs on.
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(f => Path.GetFileName(f) is not ("Common.Conventions.Tests.dll" or Analyzers))
            .Select(f => MetadataReference.CreateFromFile(f)),
    ];

    /// <summary>The errors of the block, or none if it compiles in one of the ways in which a reader would use it.</summary>
    public static IReadOnlyList<string> Compile(CodeBlock block)
    {
        var earlier = block
            .Page.Blocks.TakeWhile(b => b != block)
            .Where(b => b is { Language: "csharp", Mark: "" })
            .Select(b => Merge(b.Given, b.Code))
            .Where(IsDeclarations)
            .ToList();
        List<string> best = ["never compiled"];
        var least = int.MaxValue;
        foreach (var text in Readings(block))
        {
            foreach (
                string[] files in (string[][])
                    [
                        [text],
                        [text, .. earlier],
                    ]
            )
            {
                var errors = Errors(files);
                if (errors.Count < least)
                {
                    (least, best) = (errors.Count, errors);
                }

                if (least == 0)
                {
                    return [];
                }
            }
        }

        return best;
    }

    /// <summary>The ways in which a block may be meant: as a file, or as the members of a class.</summary>
    private static IEnumerable<string> Readings(CodeBlock block) =>
        [
            Merge(block.Given, block.Code),
            AsMembers("partial class", block.Given, block.Code),
            AsMembers("static partial class", block.Given, block.Code),
        ];

    private static List<string> Errors(IReadOnlyList<string> files)
    {
        SyntaxTree[] trees = [Parse(ImplicitUsings), .. files.Select(Parse)];
        var isProgram = trees.Any(t =>
            t.GetCompilationUnitRoot().Members.Any(m => m is GlobalStatementSyntax)
        );
        var compilation = CSharpCompilation.Create(
            "Docs",
            trees,
            References,
            new(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        CSharpGeneratorDriver
            .Create(Generators(), parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var reported);
        return
        [
            .. generated
                .GetDiagnostics()
                .Concat(reported)
                .Where(d => d.Severity == DiagnosticSeverity.Error)
                .Select(d => d.ToString()),
            // A generator writes such a file where an analyzer of ours reports an error.
            .. generated
                .SyntaxTrees.Select(t => t.FilePath)
                .Where(path => path.EndsWith(".Mistake.g.cs", StringComparison.Ordinal)),
        ];
    }

    private static ImmutableArray<ISourceGenerator> Generators() =>
        new AnalyzerFileReference(
            Path.Combine(AppContext.BaseDirectory, Analyzers),
            Loader.Instance
        ).GetGenerators(LanguageNames.CSharp);

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, ParseOptions);

    private static bool IsDeclarations(string text) =>
        !Parse(text).GetCompilationUnitRoot().Members.Any(m => m is GlobalStatementSyntax);

    /// <summary>Puts the given statements before the block's, and the given types below: the compiler wants that order.</summary>
    private static string Merge(string given, string code)
    {
        var (givenUsings, givenRest) = Split(given);
        var (usings, rest) = Split(code);
        var members = Parse(givenRest).GetCompilationUnitRoot().Members;
        var statements = string.Concat(
            members.Where(m => m is GlobalStatementSyntax).Select(m => m.ToFullString())
        );
        var types = string.Concat(
            members.Where(m => m is not GlobalStatementSyntax).Select(m => m.ToFullString())
        );
        return $"{givenUsings}\n{usings}\n{statements}\n{rest}\n{types}";
    }

    private static string AsMembers(string kind, string given, string code)
    {
        var (givenUsings, givenRest) = Split(given);
        var (usings, rest) = Split(code);
        return $"{givenUsings}\n{usings}\n{kind} Excerpt\n{{\n{rest}\n}}\n{givenRest}";
    }

    private static (string Usings, string Remainder) Split(string text)
    {
        var end = Parse(text).GetCompilationUnitRoot().Usings.LastOrDefault()?.FullSpan.End ?? 0;
        return (text[..end], text[end..]);
    }

    /// <summary>The analyzers are already loaded: this test references them.</summary>
    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public static readonly Loader Instance = new();

        public void AddDependencyLocation(string fullPath) { }

        public System.Reflection.Assembly LoadFromPath(string fullPath) =>
            System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
