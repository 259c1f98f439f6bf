using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Errors;

/// <summary>Writes the methods that are declared with [Error], the constants of their codes, and the entries of the catalogue.</summary>
/// <remarks>What is wrong in a declaration is reported by <see cref="ErrorAnalyzer"/>; such a method is not written.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ErrorGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that reads declarations, for tests.</summary>
    internal const string ReadStep = "Errors";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var errors = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                ErrorReader.AttributeName,
                static (node, _) => node is MethodDeclarationSyntax,
                static (source, cancellation) =>
                    ErrorReader
                        .Read(
                            (IMethodSymbol)source.TargetSymbol,
                            source.Attributes[0],
                            cancellation
                        )
                        .Model
            )
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(ReadStep);
        context.RegisterSourceOutput(
            errors,
            static (output, model) =>
                output.AddSource(ErrorSource.FileName(model), ErrorSource.Write(model))
        );
    }
}
