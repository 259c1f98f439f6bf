using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.Replacements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Says whether what is given in a call is what something removed took.</summary>
internal sealed class RemovedCall(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>Whether the call at a name, if there is one, fits a method.</summary>
    /// <param name="api">The method, or something else.</param>
    /// <param name="name">The name.</param>
    /// <param name="isOverloaded">Whether something else has that name still, so that nothing but a call can tell.</param>
    public bool Fits(OldApi api, SimpleNameSyntax name, bool isOverloaded)
    {
        if (api.Kind is not (OldApiKind.Method or OldApiKind.ExtensionMethod))
        {
            return true;
        }

        var whole = name.Parent switch
        {
            MemberAccessExpressionSyntax m when m.Name == name => m,
            MemberBindingExpressionSyntax b => (ExpressionSyntax)b,
            _ => name,
        };
        if (whole.Parent is not InvocationExpressionSyntax call || call.Expression != whole)
        {
            return !isOverloaded;
        }

        var isReduced =
            api.Kind == OldApiKind.ExtensionMethod
            && whole is not SimpleNameSyntax
            && (
                whole is MemberBindingExpressionSyntax
                || model
                    .GetSymbolInfo(
                        ((MemberAccessExpressionSyntax)whole).Expression,
                        cancellationToken
                    )
                    .Symbol
                    is not ITypeSymbol
            );
        var parameters = isReduced ? api.Parameters.RemoveAt(0) : api.Parameters;
        return Takes(parameters, call.ArgumentList.Arguments);
    }

    /// <summary>Whether parameters take arguments.</summary>
    public bool Takes(
        ImmutableArray<OldParameter> parameters,
        SeparatedSyntaxList<ArgumentSyntax> arguments
    )
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        var next = 0;
        foreach (var argument in arguments)
        {
            var parameter =
                argument.NameColon is { Name.Identifier.ValueText: var label }
                    ? parameters.FirstOrDefault(p => p.Name == label)
                : next < parameters.Length ? parameters[next]
                : null;
            if (
                parameter is null
                || !(parameter.IsParams || Converts(argument.Expression, parameter))
            )
            {
                return false;
            }

            given.Add(parameter.Name);
            next += argument.NameColon is null && !parameter.IsParams ? 1 : 0;
        }

        return parameters.All(p => given.Contains(p.Name) || p.Default is not null || p.IsParams);
    }

    /// <summary>Whether the operands of an operator are of its types.</summary>
    public bool Takes(
        ImmutableArray<OldParameter> parameters,
        ImmutableArray<ExpressionSyntax> operands
    ) =>
        parameters.Length == operands.Length
        && parameters.Zip(operands, (p, o) => IsKnown(o) && Converts(o, p)).All(c => c);

    /// <summary>Whether a value of a type can be given for a parameter.</summary>
    public static bool Converts(
        SemanticModel model,
        ITypeSymbol type,
        OldParameter parameter,
        int position
    ) =>
        TypeOf(model, parameter, position) is not { } wanted
        || model.Compilation.ClassifyConversion(type, wanted) is { IsImplicit: true };

    // What does not bind itself may have been of any type.
    private bool IsKnown(ExpressionSyntax expression) =>
        model.GetTypeInfo(expression, cancellationToken).Type is not IErrorTypeSymbol;

    private bool Converts(ExpressionSyntax expression, OldParameter parameter) =>
        expression is DeclarationExpressionSyntax
        || TypeOf(model, parameter, expression.SpanStart) is not { } wanted
        || !IsKnown(expression)
        || model.ClassifyConversion(expression, wanted) is { IsImplicit: true };

    // A type that is not known here, such as a type parameter or one that is removed too, is taken on trust.
    private static ITypeSymbol? TypeOf(SemanticModel model, OldParameter parameter, int position)
    {
        if (string.IsNullOrEmpty(parameter.Type))
        {
            return null;
        }

        var type = model
            .GetSpeculativeTypeInfo(
                position,
                SyntaxFactory.ParseTypeName(parameter.Type!),
                SpeculativeBindingOption.BindAsTypeOrNamespace
            )
            .Type;
        return type is null or IErrorTypeSymbol or ITypeParameterSymbol || HasErrors(type)
            ? null
            : type;
    }

    private static bool HasErrors(ITypeSymbol type) =>
        type switch
        {
            INamedTypeSymbol named => named.TypeArguments.Any(a =>
                a is IErrorTypeSymbol or ITypeParameterSymbol || HasErrors(a)
            ),
            IArrayTypeSymbol array => array.ElementType is IErrorTypeSymbol
                || HasErrors(array.ElementType),
            _ => false,
        };
}
