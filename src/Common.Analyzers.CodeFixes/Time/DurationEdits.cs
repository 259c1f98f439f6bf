using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.CodeFixes.Time;

/// <summary>Collects the changes of a text that turn a number into a TimeSpan.</summary>
/// <param name="timeSpan">How the type is written.</param>
/// <param name="unit">The unit as members of TimeSpan have it.</param>
/// <param name="number">The type of the number.</param>
internal sealed class DurationEdits(string timeSpan, string unit, string number)
{
    // Of what is put in at one place, what lies further out comes first before an expression, and last after it.
    private readonly List<(int Order, TextChange Change)> _edits = [];

    public ImmutableArray<TextChange> ToChanges() =>
        [.. _edits.OrderBy(e => e.Change.Span.Start).ThenBy(e => e.Order).Select(e => e.Change)];

    public void Declare(TypeSyntax type, SyntaxToken name, string newName, ExpressionSyntax? value)
    {
        Replace(type.Span, timeSpan);
        Replace(name.Span, newName);
        if (value is not null)
        {
            Wrap(value);
        }
    }

    /// <summary>Changes a place that reads the number, or gives it a new value.</summary>
    public bool TryUse(SyntaxToken name, string newName)
    {
        if (name.Parent is not IdentifierNameSyntax identifier)
        {
            return false;
        }

        Replace(name.Span, newName);
        switch (identifier.Parent)
        {
            case NameColonSyntax:
                return true; // the argument is changed with the call
            case NameEqualsSyntax:
                return false; // of an attribute
        }

        ExpressionSyntax used =
            identifier.Parent is MemberAccessExpressionSyntax access && access.Name == identifier
                ? access
                : identifier;
        switch (used.Parent)
        {
            case AssignmentExpressionSyntax
            {
                RawKind: (int)SyntaxKind.SimpleAssignmentExpression
            } a when a.Left == used:
                Wrap(a.Right);
                return true;
            case AssignmentExpressionSyntax a when a.Left == used:
            case PrefixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.PreIncrementExpression
                    or (int)SyntaxKind.PreDecrementExpression
            }:
            case PostfixUnaryExpressionSyntax:
            case ArgumentSyntax { RefKindKeyword.RawKind: not 0 }:
            case RefExpressionSyntax:
                return false; // changed in place
        }

        Read(used);
        return true;
    }

    /// <summary>Changes the argument of a call.</summary>
    public bool TryCall(SyntaxToken name, IParameterSymbol parameter)
    {
        var arguments = name.Parent switch
        {
            IdentifierNameSyntax { Parent: InvocationExpressionSyntax call } => call.ArgumentList,
            IdentifierNameSyntax
            {
                Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call }
            } => call.ArgumentList,
            IdentifierNameSyntax { Parent: ObjectCreationExpressionSyntax creation } =>
                creation.ArgumentList,
            ImplicitObjectCreationExpressionSyntax creation => creation.ArgumentList,
            ConstructorInitializerSyntax initializer => initializer.ArgumentList,
            _ => null,
        };
        var argument =
            arguments?.Arguments.FirstOrDefault(a =>
                a.NameColon?.Name.Identifier.Text == parameter.Name
            )
            ?? arguments
                ?.Arguments.Where(a => a.NameColon is null)
                .ElementAtOrDefault(parameter.Ordinal);
        if (argument is null)
        {
            return false;
        }

        Wrap(argument.Expression);
        return true;
    }

    private void Read(ExpressionSyntax used)
    {
        var cast = number == "double" ? "" : $"({number})";
        var isPart =
            used.Parent is MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax;
        var (open, close) = isPart && cast.Length != 0 ? ("(", ")") : ("", "");
        Insert(used.SpanStart, 1, open + cast);
        Insert(used.Span.End, 0, $".Total{unit}{close}");
    }

    private void Wrap(ExpressionSyntax value)
    {
        Insert(value.SpanStart, 0, $"{timeSpan}.From{unit}(");
        Insert(value.Span.End, 1, ")");
    }

    private void Replace(TextSpan span, string text) => _edits.Add((2, new TextChange(span, text)));

    private void Insert(int position, int order, string text) =>
        _edits.Add((order, new TextChange(new TextSpan(position, 0), text)));
}
