using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Config;

/// <summary>Finds how the values of a C# type are written in the configuration.</summary>
internal static class ConfigTypeReader
{
    public const string SectionAttribute = "Common.Abstractions.ConfigSectionAttribute";
    private const string Types = "global::Common.Config.Binding.ConfigTypes.";
    private const string Collections = "global::System.Collections.Generic.";

    private static readonly ImmutableDictionary<string, (string Name, string Expression)> Scalars =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["bool"] = ("bool", "Boolean"),
            ["string"] = ("string", "String"),
            ["char"] = ("char", "Char"),
            ["byte"] = ("byte", "Byte"),
            ["sbyte"] = ("sbyte", "SByte"),
            ["short"] = ("short", "Int16"),
            ["ushort"] = ("ushort", "UInt16"),
            ["int"] = ("int", "Int32"),
            ["uint"] = ("uint", "UInt32"),
            ["long"] = ("long", "Int64"),
            ["ulong"] = ("ulong", "UInt64"),
            ["float"] = ("float", "Single"),
            ["double"] = ("double", "Double"),
            ["decimal"] = ("decimal", "Decimal"),
            ["global::System.Guid"] = ("guid", "Guid"),
            ["global::System.Uri"] = ("uri", "Uri"),
            ["global::System.Version"] = ("version", "Version"),
            ["global::System.TimeSpan"] = ("duration", "TimeSpan"),
            ["global::NodaTime.Duration"] = ("duration", "Duration"),
            ["global::NodaTime.Period"] = ("period", "Period"),
            ["global::NodaTime.LocalDate"] = ("date", "LocalDate"),
            ["global::NodaTime.LocalTime"] = ("time", "LocalTime"),
            ["global::NodaTime.Instant"] = ("instant", "Instant"),
            ["global::System.Net.IPAddress"] = ("ip", "IPAddress"),
            ["global::System.Net.IPNetwork"] = ("network", "IPNetwork"),
            ["global::System.Text.RegularExpressions.Regex"] = ("regex", "Regex"),
            ["global::Common.Config.ByteSize"] = ("size", "ByteSize"),
            ["global::Common.Config.HostPort"] = ("endpoint", "HostPort"),
            ["global::Common.Config.Secret"] = ("secret", "Secret"),
        }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableHashSet<string> WholeNumbers =
    [
        "byte",
        "sbyte",
        "short",
        "ushort",
        "int",
        "uint",
        "long",
        "ulong",
    ];

    private static readonly ImmutableHashSet<string> Lists =
    [
        "System.Collections.Generic.IEnumerable<T>",
        "System.Collections.Generic.IReadOnlyCollection<T>",
        "System.Collections.Generic.IReadOnlyList<T>",
        "System.Collections.Generic.ICollection<T>",
        "System.Collections.Generic.IList<T>",
        "System.Collections.Generic.List<T>",
    ];

    private static readonly ImmutableHashSet<string> Sets =
    [
        "System.Collections.Generic.ISet<T>",
        "System.Collections.Generic.IReadOnlySet<T>",
        "System.Collections.Generic.HashSet<T>",
    ];

    private static readonly ImmutableHashSet<string> Dictionaries =
    [
        "System.Collections.Generic.IDictionary<TKey, TValue>",
        "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>",
        "System.Collections.Generic.Dictionary<TKey, TValue>",
    ];

    /// <summary>Gives the type, or null for one that cannot be written.</summary>
    public static ConfigTypeModel? Read(ITypeSymbol type)
    {
        if (Underlying(type) is { } underlying)
        {
            type = underlying;
        }

        var name = NameOf(type);
        if (Scalars.TryGetValue(name, out var scalar))
        {
            return new ConfigTypeModel(name, Types + scalar.Expression, scalar.Name, string.Empty);
        }

        return type switch
        {
            { TypeKind: TypeKind.Enum } => Enum((INamedTypeSymbol)type, name),
            IArrayTypeSymbol { Rank: 1 } array => Of(
                array.ElementType,
                isExact: false,
                "list",
                "Array",
                "{0}[]"
            ),
            INamedTypeSymbol { IsGenericType: true } generic => Generic(generic) ?? Own(type, name),
            _ => Own(type, name),
        };
    }

    /// <summary>The type below a nullable value type, or null for any other type.</summary>
    public static ITypeSymbol? Underlying(ITypeSymbol type) =>
        type
            is INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Nullable_T,
            } nullable
            ? nullable.TypeArguments[0]
            : null;

    public static string NameOf(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            .ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    public static bool IsSection(ITypeSymbol type) =>
        type.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == SectionAttribute);

    private static ConfigTypeModel Enum(INamedTypeSymbol type, string name)
    {
        var isFlags = type.GetAttributes()
            .Any(a => a.AttributeClass?.ToDisplayString() == "System.FlagsAttribute");
        var names = type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue);
        var json =
            $",\"values\":[{string.Join(",", names.Select(f => JsonText.Quote(f.Name)))}]"
            + (isFlags ? ",\"flags\":true" : string.Empty);
        return new ConfigTypeModel(
            name,
            $"{Types}Enum<{name}>({(isFlags ? "true" : "false")})",
            "enum",
            json
        );
    }

    private static ConfigTypeModel? Generic(INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition.ToDisplayString();
        if (Lists.Contains(definition))
        {
            return Of(
                type.TypeArguments[0],
                isExact: type.OriginalDefinition.TypeParameters[0].Variance == VarianceKind.None,
                "list",
                "List",
                Collections + "List<{0}>"
            );
        }

        if (Sets.Contains(definition))
        {
            return Of(
                type.TypeArguments[0],
                isExact: true,
                "set",
                "Set",
                Collections + "HashSet<{0}>"
            );
        }

        return Dictionaries.Contains(definition)
            ? Dictionary(type.TypeArguments[0], type.TypeArguments[1])
            : null;
    }

    private static ConfigTypeModel? Dictionary(ITypeSymbol key, ITypeSymbol element)
    {
        if (key.SpecialType == SpecialType.System_String)
        {
            return Of(
                element,
                isExact: true,
                "dictionary",
                "Dictionary",
                Collections + "Dictionary<string, {0}>"
            );
        }

        return
            Underlying(key) is null
            && Underlying(element) is null
            && Read(key) is { } keys
            && (keys.Name is "enum" or "guid" || WholeNumbers.Contains(keys.Name))
            && Exact(element) is { } inner
            ? new ConfigTypeModel(
                $"{Collections}Dictionary<{keys.Bound}, {inner.Bound}>",
                $"{Types}Dictionary({keys.Expression}, {inner.Expression})",
                "dictionary",
                ",\"key\":{" + keys.CatalogueJson + "},\"element\":{" + inner.CatalogueJson + "}"
            )
            : null;
    }

    private static ConfigTypeModel? Of(
        ITypeSymbol element,
        bool isExact,
        string name,
        string method,
        string bound
    ) =>
        Underlying(element) is null && (isExact ? Exact(element) : Read(element)) is { } inner
            ? new ConfigTypeModel(
                bound.Replace("{0}", inner.Bound),
                $"{Types}{method}({inner.Expression})",
                name,
                ",\"element\":{" + inner.CatalogueJson + "}"
            )
            : null;

    /// <summary>The type as it is declared, where the class that is bound is not it: a dictionary of lists is none of their interface.</summary>
    private static ConfigTypeModel? Exact(ITypeSymbol type)
    {
        var name = NameOf(type);
        return Read(type) is { } read && read.Bound != name
            ? read with
            {
                Bound = name,
                Expression = $"{Types}As<{name}, {read.Bound}>({read.Expression})",
            }
            : Read(type);
    }

    private static ConfigTypeModel? Own(ITypeSymbol type, string name)
    {
        if (IsSection(type))
        {
            return new ConfigTypeModel(
                name,
                $"{Types}Section<{name}>()",
                "section",
                ",\"class\":" + JsonText.Quote(name.Replace("global::", string.Empty))
            );
        }

        return IsParsable(type)
            ? new ConfigTypeModel(
                name,
                $"{Types}Parsable<{name}>()",
                "text",
                ",\"of\":" + JsonText.Quote(type.Name)
            )
            : null;
    }

    private static bool IsParsable(ITypeSymbol type) =>
        type.AllInterfaces.Any(i =>
            i.OriginalDefinition.ToDisplayString() == "System.ISpanParsable<TSelf>"
            && SymbolEqualityComparer.Default.Equals(i.TypeArguments[0], type)
        );
}
