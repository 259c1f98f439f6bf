using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.PublicApi;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>What a diagnostic of a use says besides its text, for code fixes and for <c>common deprecations report</c>.</summary>
internal static class UseFacts
{
    /// <summary>What is used: its line in the record of releases.</summary>
    public const string Name = "Name";

    /// <summary>The assembly that has it, or had it.</summary>
    public const string Package = "Package";

    /// <summary>The release that first shipped it deprecated; missing where that is not known.</summary>
    public const string Since = "Since";

    /// <summary>The release that removed it; missing where it is there, or where that is not known.</summary>
    public const string RemovedIn = "RemovedIn";

    /// <summary>What to do.</summary>
    public const string Advice = "Advice";

    /// <summary>Why no code fix rewrites it; missing where one does, or where nobody asked.</summary>
    public const string Manual = "Manual";

    /// <summary>The ID of the compiler's own warning; missing where it has none.</summary>
    public const string CompilerId = "CompilerId";

    /// <summary>Of something deprecated.</summary>
    public static ImmutableDictionary<string, string?> Of(
        ISymbol symbol,
        Deprecation deprecation
    ) =>
        Of(Line(symbol), symbol.ContainingAssembly.Name, deprecation.Since, deprecation.Advice)
            .Add(CompilerId, IdOf(symbol));

    /// <summary>Of something removed.</summary>
    public static ImmutableDictionary<string, string?> Of(
        string name,
        string package,
        string? since,
        string advice
    ) =>
        ImmutableDictionary<string, string?>
            .Empty.Add(Name, name)
            .Add(Package, package)
            .Add(Since, since)
            .Add(Advice, advice);

    private static string Line(ISymbol symbol)
    {
        var listed = symbol switch
        {
            IPropertySymbol property => property.GetMethod ?? property.SetMethod ?? symbol,
            _ => symbol,
        };
        return ApiName.WithNullability(listed, listed.ContainingAssembly);
    }

    private static string? IdOf(ISymbol symbol)
    {
        var obsolete = symbol
            .GetAttributes()
            .FirstOrDefault(a => a.AttributeClass?.Name == "ObsoleteAttribute");
        return obsolete is null
            ? null
            : obsolete.NamedArguments.FirstOrDefault(a => a.Key == "DiagnosticId").Value.Value
                as string
                ?? "CS0618";
    }
}
