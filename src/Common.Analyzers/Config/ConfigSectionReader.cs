using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Config;

/// <summary>Reads the declaration of a section from its class, and says what is wrong in it.</summary>
internal sealed class ConfigSectionReader
{
    private readonly INamedTypeSymbol _type;
    private readonly AttributeData _attribute;
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private readonly List<ConfigProblem> _problems = [];
    private readonly ConfigDefaultReader _defaults;

    private ConfigSectionReader(
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        CancellationToken cancellation
    )
    {
        _type = type;
        _attribute = attribute;
        _compilation = compilation;
        _cancellation = cancellation;
        _defaults = new ConfigDefaultReader(compilation, cancellation);
    }

    /// <summary>Reads a declaration.</summary>
    /// <returns>The section, or null if it has a mistake; and the mistakes.</returns>
    public static (ConfigSectionModel? Model, IReadOnlyList<ConfigProblem> Problems) Read(
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        CancellationToken cancellation
    )
    {
        var reader = new ConfigSectionReader(type, attribute, compilation, cancellation);
        var model = reader.Read();
        return (reader._problems.Count == 0 ? model : null, reader._problems);
    }

    private ConfigSectionModel Read()
    {
        var path = _attribute.ConstructorArguments.FirstOrDefault().Value as string ?? string.Empty;
        CheckClass(path);
        var options = new List<ConfigOptionModel>();
        var isReloadable = Has(_type, "Common.Abstractions.ReloadableAttribute");
        foreach (var property in Properties())
        {
            if (ReadOption(property, isReloadable) is { } option)
            {
                options.Add(option);
            }
        }

        return new ConfigSectionModel(
            _type.ContainingNamespace.IsGlobalNamespace
                ? string.Empty
                : _type.ContainingNamespace.ToDisplayString(),
            new EquatableArray<string>([.. ContainingTypes().Select(Declaration)]),
            Declaration(_type),
            _type.Name,
            ConfigTypeReader.NameOf(_type),
            path,
            DocText.Of(_type, _cancellation),
            _type.InstanceConstructors.Any(c =>
                !c.IsImplicitlyDeclared && c.Parameters.Length == 0
            ),
            _type.GetMembers("With").Length > 0,
            _type.GetMembers("Check").Any(member => member is not IMethodSymbol)
                || options.Exists(option => option.Name == "Check"),
            _type.DeclaredAccessibility == Accessibility.Public,
            new EquatableArray<RemovedKeyModel>([.. RemovedKeys()]),
            new EquatableArray<ConfigOptionModel>([.. options])
        );
    }

    private void CheckClass(string path)
    {
        var reason =
            _type.IsStatic || _type.IsAbstract ? "it must be neither static nor abstract"
            : _type.IsGenericType ? "it must not be generic"
            : FirstNotPartial() is { } name ? $"'{name}' must be partial"
            : _attribute.ConstructorArguments.Length == 1 && !ConfigPath.IsSection(path)
                ? "its path must be segments with colons between them, such as \"Orders:Database\""
            : _type.InstanceConstructors.Any(c =>
                !c.IsImplicitlyDeclared && c.Parameters.Length > 0
            ) && !_type.InstanceConstructors.Any(c => c.Parameters.Length == 0)
                ? "it needs a constructor without parameters"
            : ContainingTypes().Append(_type).Any(IsHidden) ? "it must be visible in its assembly"
            : _compilation.GetTypeByMetadataName("Common.Config.IConfigSection`1") is null
                ? "the project does not reference Common.Config"
            : null;
        if (reason is not null)
        {
            Report(ConfigRules.Section, LocationOf(_type), _type.Name, reason);
        }
    }

    private static bool IsHidden(INamedTypeSymbol type) =>
        type.IsFileLocal
        || type.DeclaredAccessibility
            is Accessibility.Private
                or Accessibility.Protected
                or Accessibility.ProtectedAndInternal;

    private List<IPropertySymbol> Properties()
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var properties = new List<IPropertySymbol>();
        var chain = new Stack<INamedTypeSymbol>();
        for (var type = _type; type is not null; type = type.BaseType)
        {
            chain.Push(type);
        }

        foreach (
            var property in chain.SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
        )
        {
            if (
                property
                    is not {
                        IsStatic: false,
                        IsIndexer: false,
                        SetMethod.DeclaredAccessibility: Accessibility.Public
                            or Accessibility.Internal,
                        DeclaredAccessibility: Accessibility.Public or Accessibility.Internal,
                    }
                || !_compilation.IsSymbolAccessibleWithin(property.SetMethod, _type)
            )
            {
                continue;
            }

            if (!places.TryGetValue(property.Name, out var place))
            {
                places.Add(property.Name, properties.Count);
                properties.Add(property);
            }
            else if (property.IsOverride)
            {
                properties[place] = property;
            }
            else
            {
                Report(
                    ConfigRules.DuplicateKey,
                    LocationOf(property),
                    property.Name,
                    "another option of the class, whatever the case"
                );
            }
        }

        return properties;
    }

    private bool IsNamed =>
        _attribute.ConstructorArguments.FirstOrDefault().Value is string path
        && path.EndsWith(":*", StringComparison.Ordinal);

    private ConfigOptionModel? ReadOption(IPropertySymbol property, bool isReloadable)
    {
        if (ConfigTypeReader.Read(property.Type) is not { } type)
        {
            Report(
                ConfigRules.OptionType,
                LocationOf(property),
                property.Name,
                property.Type.ToDisplayString()
            );
            return null;
        }

        var isNullable =
            property
                is { NullableAnnotation: NullableAnnotation.Annotated, Type.IsReferenceType: true }
            || ConfigTypeReader.Underlying(property.Type) is not null;
        var (json, source) = _defaults.Read(property, type, isNullable);
        var option = new ConfigOptionModel(
            property.Name,
            ConfigTypeReader.NameOf(property.Type),
            type,
            property.IsRequired
                || Has(property, "System.ComponentModel.DataAnnotations.RequiredAttribute"),
            isNullable,
            isReloadable || Has(property, "Common.Abstractions.ReloadableAttribute"),
            Has(property, "Common.Abstractions.AdvancedAttribute"),
            property.SetMethod!.IsInitOnly,
            OverriddenOption.Help(property, _cancellation),
            json,
            source,
            new EquatableArray<ConfigRuleModel>([.. Rules(property, type)]),
            new EquatableArray<DeprecatedKeyModel>([.. DeprecatedKeys(property)]),
            Deprecation(property)
        );
        CheckDefault(property, option);
        if (OlderKeyCheck.Problem(property, option, IsNamed) is { } problem)
        {
            Report(
                ConfigRules.OptionRule,
                LocationOf(property),
                "DeprecatedKey",
                property.Name,
                problem
            );
        }

        return option;
    }

    private void CheckDefault(IPropertySymbol property, ConfigOptionModel option)
    {
        if (
            !option.IsRequired
            && option.Rules.Count > 0
            && JsonReader.Read(ConfigCatalogue.Entry(option)) is { } json
            && json.TextOf("default") is { } value
            && ConfigValueCheck.RuleProblem(json, value) is { } problem
        )
        {
            Report(ConfigRules.Default, LocationOf(property), property.Name, value, problem);
        }
    }

    private IEnumerable<ConfigRuleModel> Rules(IPropertySymbol property, ConfigTypeModel type)
    {
        foreach (var attribute in OverriddenOption.Attributes(property))
        {
            if (ConfigRuleReader.Read(attribute, type, out var reason) is { } rule)
            {
                yield return rule;
            }
            else if (reason is not null)
            {
                Report(
                    ConfigRules.OptionRule,
                    attribute.ApplicationSyntaxReference?.GetSyntax(_cancellation).GetLocation()
                        ?? LocationOf(property),
                    attribute.AttributeClass!.Name.Replace("Attribute", string.Empty),
                    property.Name,
                    reason
                );
            }
        }
    }

    private static IEnumerable<DeprecatedKeyModel> DeprecatedKeys(IPropertySymbol property) =>
        OverriddenOption
            .Attributes(property)
            .Where(a =>
                a.AttributeClass?.ToDisplayString() == "Common.Abstractions.DeprecatedKeyAttribute"
            )
            .Where(a => a.ConstructorArguments.Length == 2)
            .Select(a => new DeprecatedKeyModel(
                a.ConstructorArguments[0].Value as string ?? string.Empty,
                a.ConstructorArguments[1].Value as string ?? string.Empty
            ));

    private IEnumerable<RemovedKeyModel> RemovedKeys() =>
        _type
            .GetAttributes()
            .Where(a =>
                a.AttributeClass?.ToDisplayString() == "Common.Abstractions.RemovedKeyAttribute"
                && a.ConstructorArguments.Length == 3
            )
            .Select(a => new RemovedKeyModel(
                a.ConstructorArguments[0].Value as string ?? string.Empty,
                a.ConstructorArguments[1].Value as string ?? string.Empty,
                a.ConstructorArguments[2].Value as string ?? string.Empty
            ));

    private static DeprecationModel? Deprecation(IPropertySymbol property)
    {
        var attribute = OverriddenOption
            .Attributes(property)
            .FirstOrDefault(a =>
                a.AttributeClass?.ToDisplayString() == "Common.Abstractions.DeprecatedAttribute"
            );
        return attribute is null || attribute.ConstructorArguments.Length < 2
            ? null
            : new DeprecationModel(
                attribute.ConstructorArguments[0].Value as string ?? string.Empty,
                attribute.ConstructorArguments[1].Value as string,
                attribute.NamedArguments.FirstOrDefault(pair => pair.Key == "Reason").Value.Value
                    as string
            );
    }

    private Stack<INamedTypeSymbol> ContainingTypes()
    {
        var types = new Stack<INamedTypeSymbol>();
        for (var type = _type.ContainingType; type is not null; type = type.ContainingType)
        {
            types.Push(type);
        }

        return types;
    }

    private string? FirstNotPartial() =>
        ContainingTypes()
            .Append(_type)
            .FirstOrDefault(type =>
                !type.DeclaringSyntaxReferences.Any(reference =>
                    reference.GetSyntax(_cancellation) is TypeDeclarationSyntax declaration
                    && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
                )
            )
            ?.Name;

    private static string Declaration(INamedTypeSymbol type)
    {
        var keyword = type switch
        {
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { IsValueType: true } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        return "partial "
            + keyword
            + " "
            + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
    }

    private static bool Has(ISymbol symbol, string attribute) =>
        (
            symbol is IPropertySymbol property
                ? OverriddenOption.Attributes(property)
                : symbol.GetAttributes()
        ).Any(a => a.AttributeClass?.ToDisplayString() == attribute);

    private static Location LocationOf(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault() ?? Location.None;

    private void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        _problems.Add(new ConfigProblem(rule, location, arguments));
}
