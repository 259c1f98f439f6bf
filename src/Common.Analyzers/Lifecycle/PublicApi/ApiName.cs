using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>Writes a symbol as a line of the files of the public API.</summary>
internal static class ApiName
{
    /// <summary>What a line begins with if a type in it has no nullable annotation.</summary>
    public const string Oblivious = "~";

    private const string ReadOnlyConstant = "const readonly ";
    private const int ConstantLength = 6;

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

    private static readonly SymbolDisplayFormat Announced = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType
    );

    private static readonly string[] BlockMarks = [".extension(", ".extension<"];

    /// <summary>
    /// Whether a line is of an <c>extension</c> block, or of a member of one, which others' rules list too. What compiled code calls has
    /// a line of its own.
    /// </summary>
    public static bool IsOfExtensionBlock(string line) => BlockMarks.Any(line.Contains);

    /// <summary>The name that the changelog announces.</summary>
    public static string InChangelog(ISymbol symbol) =>
        symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => "new "
                + symbol.ContainingType.ToDisplayString(Announced),
            _ when PublicSurface.ImplementationOf(symbol) is { } compiled =>
                compiled.ToDisplayString(Announced),
            _ when PublicSurface.AroundExtension(symbol) is { } outer => outer.ToDisplayString(
                Announced
            )
                + "."
                + symbol.Name,
            IMethodSymbol { MethodKind: MethodKind.Ordinary } method
                when AssigningOperators.SignOf(method.Name) is { } sign =>
                symbol.ContainingType.ToDisplayString(Announced) + ".operator " + sign,
            _ => symbol.ToDisplayString(Announced),
        };

    /// <summary>The line with nullable annotations.</summary>
    public static string WithNullability(ISymbol symbol, IAssemblySymbol assembly) =>
        (ObliviousTypes.AreIn(symbol) ? Oblivious : "") + Format(symbol, assembly, Nullable);

    /// <summary>The line without nullable annotations.</summary>
    public static string WithoutNullability(ISymbol symbol, IAssemblySymbol assembly) =>
        Format(symbol, assembly, Plain);

    /// <summary>The symbol in a message.</summary>
    public static string InMessage(ISymbol symbol) => symbol.ToDisplayString(Short);

    // A constant of type decimal is a read-only field to who reads the assembly, and an operator that assigns is an ordinary
    // method to a compiler older than C# 14.
    private static string Uniform(ISymbol symbol, string text) =>
        symbol switch
        {
            IFieldSymbol { IsConst: true }
                when text.StartsWith(ReadOnlyConstant, StringComparison.Ordinal) => text.Remove(
                ConstantLength,
                ReadOnlyConstant.Length - ConstantLength
            ),
            IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false } method
                when AssigningOperators.SignOf(method.Name) is { } sign => text.Replace(
                "." + method.Name + "(",
                ".operator " + sign + "("
            ),
            _ => text,
        };

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
        var text = Uniform(symbol, symbol.ToDisplayString(format));
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
