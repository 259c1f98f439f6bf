using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>Writes a symbol as a line of the files of the public API.</summary>
internal static class ApiName
{
    /// <summary>What a line begins with if a type in it has no nullable annotation.</summary>
    public const string Oblivious = "~";

    private static readonly SymbolDisplayFormat Plain = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.OmittedAsContaining,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeExplicitInterface
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeExtensionThis
            | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    private static readonly SymbolDisplayFormat Nullable = Plain.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.IncludeNotNullableReferenceTypeModifier
    );

    private static readonly SymbolDisplayFormat Short = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
    );

    /// <summary>The line with nullable annotations.</summary>
    public static string WithNullability(ISymbol symbol, IAssemblySymbol assembly) =>
        (ObliviousTypes.AreIn(symbol) ? Oblivious : "") + Format(symbol, assembly, Nullable);

    /// <summary>The line without nullable annotations.</summary>
    public static string WithoutNullability(ISymbol symbol, IAssemblySymbol assembly) =>
        Format(symbol, assembly, Plain);

    /// <summary>The symbol in a message.</summary>
    public static string InMessage(ISymbol symbol) => symbol.ToDisplayString(Short);

    private static string Format(
        ISymbol symbol,
        IAssemblySymbol assembly,
        SymbolDisplayFormat format
    )
    {
        var type = symbol switch
        {
            IMethodSymbol method => method.ReturnType,
            IEventSymbol @event => @event.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        var text = symbol.ToDisplayString(format);
        if (type is not null)
        {
            text += " -> " + type.ToDisplayString(format);
        }

        if (!SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly))
        {
            text += $" (forwarded, contained in {symbol.ContainingAssembly.Name})";
        }

        return ApiStage.Of(symbol) + text;
    }
}
