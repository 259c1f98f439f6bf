using Common.Analyzers.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>A class that declares errors, or is to: where a new one goes.</summary>
internal sealed class ErrorsClass
{
    private ErrorsClass(
        string @namespace,
        string name,
        ClassDeclarationSyntax? declaration,
        IEnumerable<string> members
    )
    {
        Namespace = @namespace;
        Name = name;
        Declaration = declaration;
        Members = [.. members];
    }

    /// <summary>The namespace; empty for the global one.</summary>
    public string Namespace { get; }

    /// <summary>The simple name.</summary>
    public string Name { get; }

    /// <summary>What is there, or null if the class is new.</summary>
    public ClassDeclarationSyntax? Declaration { get; }

    /// <summary>The names that are taken.</summary>
    public HashSet<string> Members { get; }

    /// <summary>How code anywhere in the project names it.</summary>
    public string FullName =>
        Namespace.Length == 0 ? $"global::{Name}" : $"global::{Namespace}.{Name}";

    /// <summary>
    /// Finds the class for an error: the one with errors of that beginning, of the same namespace first; else any of that
    /// namespace; else a new one.
    /// </summary>
    /// <returns>The class, or null if the new one's name is taken.</returns>
    public static ErrorsClass? For(
        HandMadeError error,
        INamespaceSymbol place,
        Compilation compilation
    )
    {
        if (compilation.GetTypeByMetadataName(ErrorReader.AttributeName) is not { } attribute)
        {
            return null;
        }

        var beginning = error.Code.Substring(0, error.Code.IndexOf('.') + 1);
        var known = DeclaredErrors
            .TypesOf(compilation.Assembly, attribute)
            .Select(type => (Type: type, Declaration: Editable(type, compilation)))
            .Where(candidate => candidate.Declaration is not null)
            .Select(candidate =>
                (
                    candidate.Type,
                    candidate.Declaration,
                    IsOfKin: DeclaredErrors
                        .CodesOf(candidate.Type, attribute)
                        .Any(code => code.StartsWith(beginning, StringComparison.Ordinal)),
                    IsNear: SymbolEqualityComparer.Default.Equals(
                        candidate.Type.ContainingNamespace,
                        place
                    )
                )
            )
            .Where(candidate => candidate.IsOfKin || candidate.IsNear)
            .OrderByDescending(candidate => candidate.IsOfKin)
            .ThenByDescending(candidate => candidate.IsNear)
            .ThenBy(candidate => candidate.Type.ToDisplayString(), StringComparer.Ordinal)
            .FirstOrDefault();
        var name = place.IsGlobalNamespace ? "" : place.ToDisplayString();
        if (known.Type is { } type)
        {
            var own = type.ContainingNamespace;
            return new ErrorsClass(
                own.IsGlobalNamespace ? "" : own.ToDisplayString(),
                type.Name,
                known.Declaration,
                type.MemberNames
            );
        }

        return place.GetTypeMembers(error.ErrorsType).IsEmpty
            ? new ErrorsClass(name, error.ErrorsType, declaration: null, [])
            : null;
    }

    /// <summary>The part of a class that a person wrote and that has the declarations.</summary>
    private static ClassDeclarationSyntax? Editable(
        INamedTypeSymbol type,
        Compilation compilation
    ) =>
        type is { TypeKind: TypeKind.Class, ContainingType: null, Arity: 0 }
            ? type
                .DeclaringSyntaxReferences.Where(reference =>
                    !GeneratedCode.Holds(reference.SyntaxTree, compilation)
                )
                .Select(reference => reference.GetSyntax())
                .OfType<ClassDeclarationSyntax>()
                .OrderByDescending(part => part.DescendantNodes().OfType<AttributeSyntax>().Count())
                .FirstOrDefault()
            : null;
}
