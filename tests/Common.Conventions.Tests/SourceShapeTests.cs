using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Conventions.Tests;

/// <summary>Where a type lives: folder = namespace, file = type.</summary>
public sealed class SourceShapeTests
{
    // Extensions of builders live where users look for them; the rest are names that the compiler or the platform wants.
    private static readonly string[] ForeignNamespaces =
    [
        "Microsoft.Extensions.",
        "Microsoft.AspNetCore.",
        "System.Runtime.CompilerServices",
        "System.Diagnostics.CodeAnalysis",
    ];

    private static readonly IReadOnlyList<(string File, CompilationUnitSyntax Root)> Sources =
    [
        .. Repository
            .FilesOf("src/", ".cs")
            .Where(f => !f.Contains("/Polyfills/", StringComparison.Ordinal)) // the platform's own names, for an older one
            .Select(f =>
                (f, CSharpSyntaxTree.ParseText(Repository.Read(f)).GetCompilationUnitRoot())
            ),
    ];

    [Fact]
    public void The_namespace_is_the_folder()
    {
        Expect.None(
            Sources
                .SelectMany(s => Namespaces(s.Root).Select(n => (s.File, Namespace: n)))
                .Where(s =>
                    !ForeignNamespaces.Any(f => s.Namespace.StartsWith(f, StringComparison.Ordinal))
                )
                .Where(s => s.Namespace != FolderNamespace(s.File))
                .Select(s =>
                    $"{s.File}: namespace {s.Namespace} instead of {FolderNamespace(s.File)}"
                ),
            "Move the file or rename the namespace:"
        );
    }

    [Fact]
    public void A_file_holds_one_type()
    {
        Expect.None(
            Sources
                .Select(s => (s.File, Names: Types(s.Root).Select(Name).Distinct().ToList()))
                .Where(s => s.Names.Count > 1)
                .Select(s => $"{s.File}: {string.Join(", ", s.Names)}"),
            "Give each type a file of its own (nested and file-local types may stay with their owner):"
        );
    }

    [Fact]
    public void A_file_is_called_like_its_type()
    {
        Expect.None(
            from source in Sources
            let type = Types(source.Root).FirstOrDefault()
            where type is not null
            let file = Path.GetFileNameWithoutExtension(source.File)
            let name = Name(type)
            where
                file != name
                && file != name + "OfT"
                && !file.StartsWith(name + ".", StringComparison.Ordinal)
            select $"{source.File}: {name}",
            "Call the file like its type, with a topic after a point for a partial one and OfT for a generic twin:"
        );
    }

    private static string FolderNamespace(string file) =>
        Path.GetDirectoryName(file)!["src/".Length..].Replace('/', '.').Replace('\\', '.');

    private static IEnumerable<string> Namespaces(CompilationUnitSyntax root) =>
        root.DescendantNodes()
            .OfType<BaseNamespaceDeclarationSyntax>()
            .Select(n => n.Name.ToString());

    private static IEnumerable<MemberDeclarationSyntax> Types(CompilationUnitSyntax root) =>
        root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Where(m => !m.Modifiers.Any(SyntaxKind.FileKeyword));

    private static string Name(MemberDeclarationSyntax member) =>
        member switch
        {
            BaseTypeDeclarationSyntax type => type.Identifier.Text,
            DelegateDeclarationSyntax type => type.Identifier.Text,
            _ => throw new InvalidOperationException($"Not a type: {member.Kind()}"),
        };
}
