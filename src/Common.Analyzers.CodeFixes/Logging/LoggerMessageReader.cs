using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Reads a method that is declared with [LoggerMessage], if it can be a log event as it is.</summary>
internal static class LoggerMessageReader
{
    private const int None = 6; // LogLevel.None

    public static LoggerMessage? Read(
        SemanticModel model,
        TextSpan span,
        CancellationToken cancellation
    )
    {
        var attribute = model
            .SyntaxTree.GetRoot(cancellation)
            .FindNode(span, getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<AttributeSyntax>();
        if (
            attribute?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, cancellation) is not IMethodSymbol method
            || method
                .GetAttributes()
                .FirstOrDefault(a =>
                    a.ApplicationSyntaxReference?.Span == attribute.Span
                    && a.ApplicationSyntaxReference.SyntaxTree == attribute.SyntaxTree
                )
                is not { } data
            || method.Parameters.Any(p =>
                p.Type.ToDisplayString() == "Microsoft.Extensions.Logging.LogLevel"
            )
            || !LogEventReader.CanBeEvent(method, cancellation)
        )
        {
            return null;
        }

        var values = Values(data);
        return values.TryGetValue("level", out var level) && level is int number and >= 0 and < None
            ? new LoggerMessage(
                attribute,
                method.Name,
                method.ContainingType.Name,
                number,
                values.TryGetValue("eventid", out var id) ? id as int? : null,
                values.TryGetValue("eventname", out var name) ? name as string : null,
                values.TryGetValue("message", out var message)
                    ? message as string ?? string.Empty
                    : string.Empty
            )
            : null; // the level is chosen by the caller
    }

    /// <summary>The values of the attribute, by their names in lower case, from wherever they were given.</summary>
    private static Dictionary<string, object?> Values(AttributeData data)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var parameters = data.AttributeConstructor?.Parameters ?? [];
        for (var i = 0; i < data.ConstructorArguments.Length; i++)
        {
            values[parameters[i].Name.ToLowerInvariant()] = data.ConstructorArguments[i].Value;
        }

        foreach (var named in data.NamedArguments)
        {
            values[named.Key.ToLowerInvariant()] = named.Value.Value;
        }

        return values;
    }
}
