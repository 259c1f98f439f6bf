using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>The class that the declared events of a project are in.</summary>
internal static class EventsClass
{
    /// <summary>The name of a new one.</summary>
    public const string NewName = "LogEvents";

    /// <summary>All methods of a project that declare an event.</summary>
    public static IEnumerable<IMethodSymbol> MethodsOf(Compilation compilation) =>
        Types(compilation.Assembly.GlobalNamespace)
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(method => AttributeOf(method) is { ConstructorArguments.Length: 4 });

    /// <summary>
    /// The names that a call on a logger finds already: the members of the interface and of every object, the platform's extension
    /// methods, and those of the project.
    /// </summary>
    public static IEnumerable<string> NamesOnLoggers(Compilation compilation) =>
        new[]
        {
            compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.ILogger"),
            compilation.GetTypeByMetadataName(LoggerCall.ExtensionsName),
            compilation.ObjectType,
        }
            .SelectMany(type => type?.GetMembers() ?? [])
            .Concat(
                Types(compilation.Assembly.GlobalNamespace)
                    .Where(type => type.MightContainExtensionMethods)
                    .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
                    .Where(method =>
                        method.IsExtensionMethod && EventLogger.IsLogger(method.Parameters[0].Type)
                    )
            )
            .Select(member => member.Name);

    /// <summary>The name of a class that can be added to a namespace.</summary>
    public static string FreeName(Project project, Compilation compilation, string space)
    {
        var taken = new HashSet<string>(
            project.Documents.Select(d => d.Name),
            StringComparer.OrdinalIgnoreCase
        );
        INamespaceSymbol? home = compilation.GlobalNamespace;
        foreach (var word in space.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
        {
            home = home
                ?.GetMembers(word.TrimStart('@'))
                .OfType<INamespaceSymbol>()
                .FirstOrDefault();
        }

        var name = NewName;
        for (
            var number = 2;
            taken.Contains(name + ".cs") || home?.GetMembers(name).Any() == true;
            number++
        )
        {
            name = NewName + number;
        }

        return name;
    }

    /// <summary>The attribute that declares an event.</summary>
    public static AttributeData? AttributeOf(IMethodSymbol method) =>
        method
            .GetAttributes()
            .FirstOrDefault(a =>
                a.AttributeClass?.ToDisplayString() == LogEventReader.AttributeName
            );

    /// <summary>Finds a class that declares events as extension methods: the nearest one around the place of a call, else the first.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="place">The namespace of the call.</param>
    public static INamedTypeSymbol? Find(Compilation compilation, string place) =>
        MethodsOf(compilation)
            .Where(method =>
                method.IsExtensionMethod
                && DeclarationOf(method.ContainingType, compilation) is not null
            )
            .Select(method => method.ContainingType)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .OrderByDescending(type => Nearness(NamespaceOf(type), place))
            .ThenBy(type => type.ToDisplayString(), StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>The declaration that members may be added to: partial, static, not nested in another type, and of a person's own.</summary>
    public static ClassDeclarationSyntax? DeclarationOf(
        INamedTypeSymbol type,
        Compilation compilation
    ) =>
        type is { IsStatic: true, ContainingType: null, IsFileLocal: false }
            ? type
                .DeclaringSyntaxReferences.Where(reference =>
                    !GeneratedCode.Holds(reference.SyntaxTree, compilation)
                )
                .Select(reference => reference.GetSyntax())
                .OfType<ClassDeclarationSyntax>()
                .FirstOrDefault(declaration =>
                    declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
                    && declaration.Members.OfType<MethodDeclarationSyntax>().Any()
                )
            : null;

    public static string NamespaceOf(ISymbol symbol) =>
        symbol.ContainingNamespace is { IsGlobalNamespace: false } space
            ? space.ToDisplayString()
            : string.Empty;

    /// <summary>The text of a new class with one event or more.</summary>
    /// <param name="space">Its namespace; empty for none.</param>
    /// <param name="name">Its name.</param>
    /// <param name="members">The text of its members.</param>
    public static string Write(string space, string name, string members) =>
        $$"""
            using Common.Abstractions;
            using Microsoft.Extensions.Logging;
            {{(space.Length == 0 ? string.Empty : $"\nnamespace {space};\n")}}
            internal static partial class {{name}}
            {
            {{members}}
            }

            """.Replace("\r\n", "\n");

    private static int Nearness(string space, string place) =>
        space == place ? int.MaxValue
        : space.Length == 0 || place.StartsWith(space + ".", StringComparison.Ordinal)
            ? space.Length
        : -1;

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container
            .GetMembers()
            .OfType<INamespaceOrTypeSymbol>()
            .SelectMany(member =>
                member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member)
            );
}
