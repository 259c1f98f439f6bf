using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Tests.Harness;

/// <summary>Looks through what a generator's named steps carry.</summary>
internal static class StepValues
{
    private static readonly HashSet<string> Platform =
    [
        "Compilation",
        "ParseOptions",
        "AdditionalTexts",
        "MetadataReferences",
        "AnalyzerConfigOptions",
        "Collection",
    ];

    /// <summary>Asserts that no step that the generator named itself (<c>WithTrackingName</c>) carries what roots a compilation.</summary>
    public static void AssertHoldNoSymbols(GeneratorRunResult run)
    {
        foreach (var (name, steps) in run.TrackedSteps)
        {
            // The steps of ForAttributeWithMetadataName have names with an underscore.
            if (Platform.Contains(name) || name.Contains('_', StringComparison.Ordinal))
            {
                continue;
            }

            var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
            foreach (var (value, _) in steps.SelectMany(s => s.Outputs))
            {
                Visit(value, name, seen);
            }
        }
    }

    private static void Visit(object? value, string step, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum)
        {
            return;
        }

        Assert.False(
            value is ISymbol or SyntaxNode or Compilation or SemanticModel or SyntaxTree,
            $"The step '{step}' carries a {value.GetType()}."
        );
        if (!value.GetType().IsValueType && !seen.Add(value))
        {
            return;
        }

        if (value is IEnumerable items && value is not Array { Rank: > 1 })
        {
            if (
                value.GetType() is { IsGenericType: true, Name: "ImmutableArray`1" } type
                && (bool)type.GetProperty("IsDefault")!.GetValue(value)!
            )
            {
                return;
            }

            foreach (var item in items)
            {
                Visit(item, step, seen);
            }

            return;
        }

        if (value.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
        {
            return;
        }

        const BindingFlags fields =
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (var field in value.GetType().GetFields(fields))
        {
            Visit(field.GetValue(value), step, seen);
        }
    }
}
