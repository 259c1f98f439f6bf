using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Logging;

/// <summary>Writes the methods that are declared with [LogEvent], and the entries of the catalogue.</summary>
/// <remarks>What is wrong in a declaration is reported by <see cref="LogEventAnalyzer"/>; such a method is not written.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class LogEventGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that reads declarations, for tests.</summary>
    internal const string ReadStep = "LogEvents";

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var events = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                LogEventReader.AttributeName,
                static (node, _) => node is MethodDeclarationSyntax,
                static (source, cancellation) =>
                    LogEventReader
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
            events,
            static (output, model) =>
                output.AddSource(LogEventSource.FileName(model), LogEventSource.Write(model))
        );
    }
}
