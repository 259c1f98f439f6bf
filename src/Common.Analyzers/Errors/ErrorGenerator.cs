using Common.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Errors;

/// <summary>Writes the methods that are declared with [Error], the constants of their codes, and the entries of the catalogue.</summary>
/// <remarks>What is wrong in a declaration is reported by <see cref="ErrorAnalyzer"/>;
/// such a method gets a body that only lets the compiler come that far.</remarks>
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
                {
                    var method = (IMethodSymbol)source.TargetSymbol;
                    var model = ErrorReader.Read(method, source.Attributes[0], cancellation).Model;
                    return new Declaration<ErrorModel>(
                        model,
                        model is null ? Placeholder.Of(method, cancellation) : null
                    );
                }
            )
            .WithTrackingName(ReadStep);
        context.RegisterSourceOutput(
            errors,
            static (output, declaration) =>
            {
                if (declaration.Model is { } model)
                {
                    output.AddSource(ErrorSource.FileName(model), ErrorSource.Write(model));
                }
                else if (declaration.Placeholder is { } placeholder)
                {
                    output.AddSource(placeholder.FileName, placeholder.Write());
                }
            }
        );
    }
}
