using Common.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Logging;

/// <summary>Writes the methods that are declared with [LogEvent], and the entries of the catalogue.</summary>
/// <remarks>What is wrong in a declaration is reported by <see cref="LogEventAnalyzer"/>;
/// such a method gets a body that only lets the compiler come that far.</remarks>
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
                {
                    var method = (IMethodSymbol)source.TargetSymbol;
                    var model = LogEventReader
                        .Read(method, source.Attributes[0], cancellation)
                        .Model;
                    return new Declaration<LogEventModel>(
                        model,
                        model is null ? Placeholder.Of(method, cancellation) : null
                    );
                }
            )
            .WithTrackingName(ReadStep);
        context.RegisterSourceOutput(
            events,
            static (output, declaration) =>
            {
                if (declaration.Model is { } model)
                {
                    output.AddSource(LogEventSource.FileName(model), LogEventSource.Write(model));
                }
                else if (declaration.Placeholder is { } placeholder)
                {
                    output.AddSource(placeholder.FileName, placeholder.Write());
                }
            }
        );
    }
}
