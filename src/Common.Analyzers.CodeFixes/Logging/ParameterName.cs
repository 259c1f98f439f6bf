using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Chooses the name of an event's parameter.</summary>
internal static class ParameterName
{
    private const string Unknown = "value";

    // Members that say little without what they belong to.
    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal)
    {
        "Code",
        "Count",
        "Id",
        "Key",
        "Length",
        "Name",
        "Number",
        "Status",
        "Type",
        "Value",
        "Version",
    };

    /// <summary>The name that a template gives, or else one that fits the value.</summary>
    public static string Of(string? placeholder, ExpressionSyntax value)
    {
        var name = Clean(placeholder ?? string.Empty);
        return name.Length > 0 ? name
            : Clean(Of(value)) is { Length: > 0 } found ? found
            : Unknown;
    }

    private static string Of(ExpressionSyntax value) =>
        value switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax member => OfMember(member.Expression, member.Name),
            ConditionalAccessExpressionSyntax
            {
                WhenNotNull: MemberBindingExpressionSyntax binding,
            } access => OfMember(access.Expression, binding.Name),
            ConditionalAccessExpressionSyntax access => Of(access.Expression),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member
                .Name
                .Identifier
                .ValueText
                is "ToString"
                    or "GetValueOrDefault"
                    or "ConfigureAwait"
                ? Of(member.Expression)
                : OfMethod(member.Name.Identifier.ValueText),
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax method } => OfMethod(
                method.Identifier.ValueText
            ),
            ElementAccessExpressionSyntax element => Of(element.Expression),
            ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression),
            CastExpressionSyntax cast => Of(cast.Expression),
            AwaitExpressionSyntax awaited => Of(awaited.Expression),
            PostfixUnaryExpressionSyntax postfix => Of(postfix.Operand),
            _ => string.Empty,
        };

    private static string OfMember(ExpressionSyntax owner, SimpleNameSyntax member)
    {
        var name = member.Identifier.ValueText;
        var prefix = owner switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
            MemberAccessExpressionSyntax outer => outer.Name.Identifier.ValueText,
            _ => string.Empty,
        };
        return Bare.Contains(name) && prefix.Length > 0 ? Clean(prefix) + name : name;
    }

    private static string OfMethod(string name) =>
        name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3
            ? name.Substring(3)
            : name;

    /// <summary>A name in camelCase whose field's name is one too; empty if there is none.</summary>
    private static string Clean(string name)
    {
        var clean = new string([
            .. name.Where(c => c is '_' || (c < 0x80 && char.IsLetterOrDigit(c))),
        ]).Trim('_');
        if (clean.Length == 0 || char.IsDigit(clean[0]))
        {
            return string.Empty;
        }

        var upper = clean.TakeWhile(char.IsUpper).Count();
        var lowered = upper <= 1 || upper == clean.Length ? upper : upper - 1; // "HTTPStatus" is "httpStatus"
        clean = clean.Substring(0, lowered).ToLowerInvariant() + clean.Substring(lowered);
        return SnakeCase.Is(SnakeCase.Of(clean)) ? clean : string.Empty;
    }
}
