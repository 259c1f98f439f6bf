using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Config;

/// <summary>Completes the classes that are declared with [ConfigSection], and lists them for the service.</summary>
/// <remarks>What is wrong in a declaration is reported by <see cref="ConfigSectionAnalyzer"/>; such a class is not completed.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ConfigSectionGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that reads declarations, for tests.</summary>
    internal const string ReadStep = "ConfigSections";

    /// <summary>The name of the step that looks at the references, for tests.</summary>
    internal const string ReferencesStep = "ConfigReferences";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var sections = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                ConfigTypeReader.SectionAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (source, cancellation) =>
                    source.TargetSymbol is INamedTypeSymbol type
                        ? ConfigSectionReader
                            .Read(
                                type,
                                source.Attributes[0],
                                source.SemanticModel.Compilation,
                                cancellation
                            )
                            .Model
                        : null
            )
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(ReadStep);
        context.RegisterSourceOutput(
            sections,
            static (output, model) =>
                output.AddSource(
                    ConfigSectionSource.FileName(model),
                    ConfigSectionSource.Write(model)
                )
        );

        var references = context
            .CompilationProvider.Select(static (compilation, _) => ConfigReferences.Of(compilation))
            .WithTrackingName(ReferencesStep);
        var names = sections
            .Where(static model => model.Path.Length > 0)
            .Select(static (model, _) => model.FullName)
            .Collect();
        context.RegisterSourceOutput(
            names.Combine(references),
            static (output, pair) =>
            {
                var (own, found) = pair;
                if (found is not null && (own.Length > 0 || found.Names.Count > 0))
                {
                    output.AddSource("ConfigSections.g.cs", ConfigRegistrySource.Write(own, found));
                }
            }
        );
    }
}
