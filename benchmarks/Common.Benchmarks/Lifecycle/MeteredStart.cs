using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Benchmarks.Lifecycle;

/// <summary>Where a rule registers what it does for one compilation: all of it is measured.</summary>
#pragma warning disable RS1012 // it hands on what a rule registers, and registers nothing of its own
internal sealed class MeteredStart(CompilationStartAnalysisContext inner, RuleMeter meter)
    : CompilationStartAnalysisContext(inner.Compilation, inner.Options, inner.CancellationToken)
{
    public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) =>
        inner.RegisterCompilationEndAction(c => meter.Run(() => action(c)));

    public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) =>
        inner.RegisterSemanticModelAction(c => meter.Run(() => action(c)));

    public override void RegisterSymbolAction(
        Action<SymbolAnalysisContext> action,
        ImmutableArray<SymbolKind> symbolKinds
    ) => inner.RegisterSymbolAction(c => meter.Run(() => action(c)), symbolKinds);

    public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) =>
        inner.RegisterSyntaxTreeAction(c => meter.Run(() => action(c)));

    public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(
        Action<SyntaxNodeAnalysisContext> action,
        ImmutableArray<TLanguageKindEnum> syntaxKinds
    ) => inner.RegisterSyntaxNodeAction(c => meter.Run(() => action(c)), syntaxKinds);

    // No rule of the life cycle looks at blocks of code.
    public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) =>
        throw new NotSupportedException();

    public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(
        Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action
    ) => throw new NotSupportedException();
}
