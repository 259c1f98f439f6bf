using Common.Config.Binding;

namespace Common.Config.Internal.Commands;

/// <summary>An option of the catalogue.</summary>
internal sealed record CatalogueOption(string Name, CatalogueType Type, string Help)
{
    public bool IsRequired { get; init; }

    public bool IsNullable { get; init; }

    public bool IsReloadable { get; init; }

    public bool IsAdvanced { get; init; }

    /// <summary>The default as it is written in the configuration; null where there is none or it is code.</summary>
    public string? Default { get; init; }

    /// <summary>The elements of the default of a list.</summary>
    public IReadOnlyList<string>? DefaultList { get; init; }

    /// <summary>The default as source code.</summary>
    public string? DefaultSource { get; init; }

    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    public bool MinimumIsExclusive { get; init; }

    public bool MaximumIsExclusive { get; init; }

    public IReadOnlyList<string> Allowed { get; init; } = [];

    public string? Pattern { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public bool IsUrl { get; init; }

    public IReadOnlyList<DeprecatedKey> DeprecatedKeys { get; init; } = [];

    /// <summary>What to say of an option that goes away itself.</summary>
    public string? Deprecation { get; init; }
}
