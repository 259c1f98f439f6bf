namespace Common.Analyzers.Config;

/// <summary>One declared option.</summary>
internal sealed record ConfigOptionModel(
    string Name,
    string PropertyType,
    ConfigTypeModel Type,
    bool IsRequired,
    bool IsNullable,
    bool IsReloadable,
    bool IsAdvanced,
    bool IsInit,
    string Help,
    string? DefaultJson,
    string? DefaultSource,
    EquatableArray<ConfigRuleModel> Rules,
    EquatableArray<DeprecatedKeyModel> DeprecatedKeys,
    DeprecationModel? Deprecation
);
