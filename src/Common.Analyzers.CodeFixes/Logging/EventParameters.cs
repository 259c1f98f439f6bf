using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Makes parameters of an event, and the arguments for them, of the values of a log call.</summary>
internal sealed class EventParameters(SemanticModel model)
{
    private static readonly SymbolDisplayFormat FullName =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        );

    private readonly List<EventParameter> _parameters = [];
    private readonly List<string> _arguments = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { "logger" };

    /// <summary>The parameters, the exception last.</summary>
    public IReadOnlyList<EventParameter> Parameters => _parameters;

    /// <summary>The arguments for them.</summary>
    public string Arguments => string.Join(", ", _arguments);

    /// <summary>A parameter as it is declared.</summary>
    public static EventParameter Of(IParameterSymbol parameter) =>
        new(parameter.Type.ToDisplayString(FullName), parameter.Name);

    /// <summary>Adds a value.</summary>
    /// <returns>Whether it may be a field; a secret and a request ID as text may not.</returns>
    public bool TryAdd(MessagePart part)
    {
        if (part.Value is not { } value)
        {
            return false;
        }

        var wanted = ParameterName.Of(part.Name, value);
        var field = SnakeCase.Of(wanted);
        var type = Underlying(part.Type);
        if (
            SecretNames.Contains(field)
            || (type is not null && FieldTypes.IsSecret(type))
            || (field is "request_id" or "global_request_id" or "correlation_id" && IsText(type))
        )
        {
            return false;
        }

        var (typeText, argument) = Typed(part.Type, value);
        _parameters.Add(new EventParameter(typeText, Free(wanted)));
        _arguments.Add(argument);
        return true;
    }

    /// <summary>Adds the exception.</summary>
    public void AddException(ExpressionSyntax exception)
    {
        var mark = MayBeNull(exception) ? "?" : string.Empty;
        _parameters.Add(new EventParameter("global::System.Exception" + mark, Free("exception")));
        _arguments.Add(exception.WithoutTrivia().ToString());
    }

    private (string Type, string Argument) Typed(ITypeSymbol? type, ExpressionSyntax value)
    {
        var text = value.WithoutTrivia().ToString();
        var isNullable = type is { IsReferenceType: true } && MayBeNull(value);
        if (type is not null && IsField(type) && IsSeenEverywhere(type))
        {
            var declared = type.WithNullableAnnotation(
                isNullable ? NullableAnnotation.Annotated : NullableAnnotation.NotAnnotated
            );
            return ((type.IsValueType ? type : declared).ToDisplayString(FullName), text);
        }

        if (type is not null && !isNullable && ElementOf(type) is { } element)
        {
            var list = "global::System.Collections.Generic.IReadOnlyList<";
            return ($"{list}{element.ToDisplayString(FullName)}>", $"[.. {text}]");
        }

        if (type is null)
        {
            return ("string?", text);
        }

        var receiver = value
            is BinaryExpressionSyntax
                or ConditionalExpressionSyntax
                or CastExpressionSyntax
                or AwaitExpressionSyntax
            ? $"({text})"
            : text;
        return
            type.IsReferenceType
            || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? (
                "string?",
                receiver + (isNullable || type.IsValueType ? "?" : string.Empty) + ".ToString()"
            )
            : ("string?", receiver + ".ToString()");
    }

    private static bool IsField(ITypeSymbol type)
    {
        var field = LogEventFieldReader.ReadType("value", "value", type);
        return field.Shape != FieldShape.Unsupported
            && field.Element?.Shape != FieldShape.Unsupported
            && !type.IsRefLikeType;
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol type) =>
        type
            .AllInterfaces.Concat(type is INamedTypeSymbol named ? [named] : [])
            .Where(i =>
                i.OriginalDefinition.SpecialType
                == SpecialType.System_Collections_Generic_IEnumerable_T
            )
            .Select(i => i.TypeArguments[0])
            .FirstOrDefault(element =>
                FieldTypes.ShapeOf(element) != FieldShape.Unsupported
                && type.SpecialType != SpecialType.System_String
            );

    /// <summary>Whether the class of the events can name a type.</summary>
    private bool IsSeenEverywhere(ITypeSymbol type) =>
        type.TypeKind != TypeKind.TypeParameter
        && model.Compilation.IsSymbolAccessibleWithin(type, model.Compilation.Assembly);

    private bool MayBeNull(ExpressionSyntax value) =>
        model.GetTypeInfo(value).Nullability.FlowState == NullableFlowState.MaybeNull;

    private static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type
            is INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Nullable_T
            } nullable
            ? nullable.TypeArguments[0]
            : type;

    private static bool IsText(ITypeSymbol? type) =>
        type is null or { SpecialType: SpecialType.System_String } or { Name: "Guid" };

    private string Free(string wanted)
    {
        var name = wanted;
        for (var number = 2; !_names.Add(name); number++)
        {
            name = wanted + number;
        }

        return name;
    }
}
