using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Tests.Incubator;

/// <summary>A service with a copy of the module <c>greet</c>, and the lock file and catalogue of it.</summary>
internal static class Copies
{
    public const string CopyPath = "/project/Incubator/Greet/Greeter.cs";

    public const string Copy =
        "#nullable enable\nnamespace Orders.Incubator.Greet;\n\npublic class Greeter<T> { }\n\npublic static class Greetings { public static void Greet(this int n) { } }\n";

    /// <summary>A test of a rule on a copy that is as it should be, at version 1.0.0.</summary>
    public static RoslynTest Of<TAnalyzer>(string files = "", string module = "\"greet\"")
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        RoslynTest
            .Analyzer<TAnalyzer>()
            .WithSource(Copy, CopyPath)
            .WithAdditionalFile("common.lock.json", Lock(files, module));

    /// <summary>Writes the lock file.</summary>
    public static string Lock(string files = "", string module = "\"greet\"") =>
        $$"""
            {
              "schema": 1,
              "modules": {
                {{module}}: {
                  "incubator": "common",
                  "version": "1.0.0",
                  "namespace": "Orders.Incubator.Greet",
                  "visibility": "public",
                  "folder": "Incubator/Greet",
                  "files": {
                    "Incubator/Greet/.editorconfig": { "from": ".editorconfig", "base": "00", "upstream": "00" },
                    "Incubator/Greet/Greeter.cs": { "from": "src/Greeter.cs", "base": "{{Hash(
                Copy
            )}}", "upstream": "00" }{{files}}
                  }
                }
              }
            }
            """;

    /// <summary>Writes the module's entry of the catalogue.</summary>
    public static string Catalogue(string changes, string graduated = "") =>
        $$"""{ "schema": 1, "name": "greet", "changes": [{{changes}}]{{(graduated.Length == 0 ? "" : $$""", "graduated": {{graduated}}""")}} }""";

    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
