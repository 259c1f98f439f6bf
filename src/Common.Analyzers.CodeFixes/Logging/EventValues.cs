using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Finds the type of the parameter that a value of a log call becomes, and the argument for it.</summary>
internal sealed class EventValues(SemanticModel model)
{
    public static readonly SymbolDisplayFormat FullName =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        );

    private const string ListName = "global::System.Collections.Generic.IReadOnlyList";

    // In a project without annotations each is a warning.
    private readonly string _mark =
        model.Compilation.Options.NullableContextOptions.AnnotationsEnabled() ? "?" : string.Empty;

    /// <summary>The type of an exception's parameter.</summary>
    public string ExceptionType(ExpressionSyntax exception) =>
        "global::System.Exception" + (MayBeNull(exception) ? _mark : string.Empty);

    /// <summary>The parameter's type and the argument. What has no form of its own becomes text, as the platform would write it.</summary>
    public EventValue Of(ITypeSymbol? type, ExpressionSyntax value)
    {
        var text = value.WithoutTrivia().ToString();
        if (type is null)
        {
            return Text(text);
        }

        if (IsField(type) && IsSeenEverywhere(type))
        {
            var declared = type.IsValueType
                ? type
                : type.WithNullableAnnotation(
                    MayBeNull(value) && _mark.Length > 0
                        ? NullableAnnotation.Annotated
                        : NullableAnnotation.NotAnnotated
                );
            return new EventValue(declared.ToDisplayString(FullName), text)
            {
                IsList = FieldTypes.ShapeOf(Underlying(type)) == FieldShape.Unsupported,
                IsPublic = IsPublic(type),
            };
        }

        // Without a type of its own (a lambda, a conditional of two types) it is what the log call made of it.
        var isUntyped =
            value is AnonymousFunctionExpressionSyntax or ImplicitObjectCreationExpressionSyntax
            || value.IsKind(SyntaxKind.DefaultLiteralExpression)
            || model.GetTypeInfo(value).Type is null;
        var receiver =
            isUntyped ? $"((object{_mark})({text}))"
            : IsPrimary(value) ? text
            : $"({text})";
        if (isUntyped)
        {
            return Text(receiver + "?.ToString()");
        }

        return type.SpecialType != SpecialType.System_String && ElementOf(type) is { } element
            ? List(type, value, element, receiver, text)
            : Text(receiver + Access(type, value) + "ToString()");
    }

    /// <summary>The type of the elements of what the platform writes as a list; <c>object</c> where it has none.</summary>
    public ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol)
        {
            return null;
        }

        var interfaces = type is INamedTypeSymbol named
            ? type.AllInterfaces.Add(named)
            : type.AllInterfaces;
        return interfaces
                .FirstOrDefault(i =>
                    i.OriginalDefinition.SpecialType
                    == SpecialType.System_Collections_Generic_IEnumerable_T
                )
                ?.TypeArguments[0]
            ?? (
                interfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable)
                    ? model.Compilation.ObjectType
                    : null
            );
    }

    /// <summary>Writes an expression so that a member can be read of it.</summary>
    public static string Receiver(ExpressionSyntax value) =>
        IsPrimary(value) ? value.WithoutTrivia().ToString() : $"({value.WithoutTrivia()})";

    public static ITypeSymbol Underlying(ITypeSymbol type) =>
        type
            is INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Nullable_T
            } nullable
            ? nullable.TypeArguments[0]
            : type;

    private EventValue List(
        ITypeSymbol type,
        ExpressionSyntax value,
        ITypeSymbol element,
        string receiver,
        string text
    )
    {
        var access = Access(type, value);
        var isOptional = access == "?.";
        var mark = isOptional ? _mark : string.Empty;
        if (
            FieldTypes.ShapeOf(Underlying(element)) != FieldShape.Unsupported
            && IsSeenEverywhere(element)
        )
        {
            return new EventValue(
                $"{ListName}<{element.ToDisplayString(FullName)}>{mark}",
                isOptional ? $"{receiver}{access}ToArray()" : $"[.. {text}]"
            )
            {
                IsList = true,
                IsPublic = IsPublic(element),
                NeedsLinq = isOptional,
            };
        }

        var isObject = element.SpecialType == SpecialType.System_Object;
        var item = IsNeverNull(element) ? "item.ToString()" : "item?.ToString()";
        var items =
            $"{receiver}{access}{(isObject ? $"Cast<object{_mark}>()." : string.Empty)}Select(item => {item})";
        return new EventValue(
            $"{ListName}<string{_mark}>{mark}",
            isOptional ? items + ".ToArray()" : $"[.. {items}]"
        )
        {
            IsList = true,
            NeedsLinq = true,
        };
    }

    private static bool IsNeverNull(ITypeSymbol type) =>
        type.IsValueType
            ? type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T
            : type
                is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated };

    private EventValue Text(string argument) => new("string" + _mark, argument);

    private string Access(ITypeSymbol type, ExpressionSyntax value) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (type is ITypeParameterSymbol && !type.IsValueType && !type.IsReferenceType)
        || (!type.IsValueType && type.IsReferenceType && MayBeNull(value))
            ? "?."
            : ".";

    private static bool IsField(ITypeSymbol type)
    {
        var field = LogEventFieldReader.ReadType("value", "value", type);
        return field.Shape != FieldShape.Unsupported
            && field.Element?.Shape != FieldShape.Unsupported;
    }

    /// <summary>Whether the class of the events can name a type.</summary>
    private bool IsSeenEverywhere(ITypeSymbol type) =>
        !Parts(type)
            .Any(part => part is ITypeParameterSymbol or INamedTypeSymbol { IsFileLocal: true })
        && model.Compilation.IsSymbolAccessibleWithin(type, model.Compilation.Assembly);

    private static bool IsPublic(ITypeSymbol type) =>
        Parts(type)
            .OfType<INamedTypeSymbol>()
            .All(part => part.DeclaredAccessibility == Accessibility.Public);

    /// <summary>A type, those around it, and those that it is made of.</summary>
    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => Parts(array.ElementType),
            INamedTypeSymbol named => named
                .TypeArguments.SelectMany(Parts)
                .Concat(named.ContainingType is { } outer ? Parts(outer) : [])
                .Prepend(named),
            _ => [type],
        };

    /// <summary>Whether a value may be null as far as the compiler was asked to know.</summary>
    private bool MayBeNull(ExpressionSyntax value) =>
        model.GetTypeInfo(value).Nullability.FlowState != NullableFlowState.NotNull;

    private static bool IsPrimary(ExpressionSyntax value) =>
        value
            is SimpleNameSyntax
                or MemberAccessExpressionSyntax
                or InvocationExpressionSyntax
                or ElementAccessExpressionSyntax
                or LiteralExpressionSyntax
                or ParenthesizedExpressionSyntax
                or TupleExpressionSyntax
                or InstanceExpressionSyntax
                or TypeOfExpressionSyntax
                or DefaultExpressionSyntax
                or CheckedExpressionSyntax
                or BaseObjectCreationExpressionSyntax
                or AnonymousObjectCreationExpressionSyntax
                or InterpolatedStringExpressionSyntax
                or PostfixUnaryExpressionSyntax
                or ArrayCreationExpressionSyntax
                or ImplicitArrayCreationExpressionSyntax;
}
