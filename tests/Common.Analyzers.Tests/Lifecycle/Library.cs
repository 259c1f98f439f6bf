using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Compiles a small library, to be referenced by tested code.</summary>
internal static class Library
{
    /// <summary>Compiles a library of a version.</summary>
    public static MetadataReference Compile(
        string source,
        string version = "1.2.0.0",
        string name = "Lib",
        params MetadataReference[] references
    )
    {
        var compilation = CSharpCompilation.Create(
            name,
            [
                CSharpSyntaxTree.ParseText(source),
                CSharpSyntaxTree.ParseText(
                    $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]"
                ),
            ],
            [.. PlatformReferences.Without([]), .. references],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
