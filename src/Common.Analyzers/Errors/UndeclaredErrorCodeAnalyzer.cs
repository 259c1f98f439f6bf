using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Errors;

/// <summary>CMN6005: reports errors made by hand whose code no [Error] of the assembly declares.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndeclaredErrorCodeAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = GuidanceRule.Create(
        RuleIds.UndeclaredErrorCode,
        "Declare every error code",
        "Error code '{0}' is not declared; declare it with [Error] on a partial method and raise that",
        "A code that is not declared is in no catalogue, so that no client, operator or release check knows of it."
    );

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var types = new ExceptionTypes(start.Compilation);
            var attribute = start.Compilation.GetTypeByMetadataName(ErrorReader.AttributeName);
            if (types.ServiceException is not { } exception || attribute is null)
            {
                return;
            }

            // Where errors are made by hand only; and at once, so that an editor can offer the fix.
            var declared = new Lazy<HashSet<string>>(() =>
                DeclaredErrors.CodesOf(start.Compilation.Assembly, attribute)
            );
            start.RegisterOperationAction(
                c =>
                {
                    var creation = (IObjectCreationOperation)c.Operation;
                    if (!SymbolEqualityComparer.Default.Equals(creation.Type, exception))
                    {
                        return;
                    }

                    var argument = creation.Arguments.FirstOrDefault(a =>
                        a.Parameter?.Name == "code"
                    );
                    if (
                        argument?.Value.ConstantValue is { HasValue: true, Value: string code }
                        && !declared.Value.Contains(code)
                    )
                    {
                        c.ReportDiagnostic(
                            Diagnostic.Create(Rule, argument.Value.Syntax.GetLocation(), code)
                        );
                    }
                },
                OperationKind.ObjectCreation
            );
        });
    }
}
