using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>Which argument of a call belongs to which parameter of the API that goes away.</summary>
internal sealed class CallArguments
{
    private readonly Dictionary<string, List<ArgumentSyntax>> _given = new(StringComparer.Ordinal);
    private readonly List<ExpressionSyntax> _inOrder = [];

    /// <summary>Reads a call; <see langword="null"/> if it does not fit the parameters.</summary>
    /// <param name="api">What is called.</param>
    /// <param name="receiver">What it is called on, if that is a value.</param>
    /// <param name="list">The arguments, if any.</param>
    /// <param name="receiverIsFirst">Whether the receiver is the first argument, as with an extension method.</param>
    public static CallArguments? Read(
        OldApi api,
        ExpressionSyntax? receiver,
        BaseArgumentListSyntax? list,
        bool receiverIsFirst
    )
    {
        var result = new CallArguments { Receiver = receiver };
        if (receiver is not null)
        {
            result._inOrder.Add(receiver);
        }

        var next = 0;
        if (receiverIsFirst && receiver is not null && api.Parameters.Length > 0)
        {
            result._given[api.Parameters[next++].Name] = [SyntaxFactory.Argument(receiver)];
        }

        foreach (var argument in list?.Arguments ?? default)
        {
            var parameter =
                argument.NameColon is { Name.Identifier.ValueText: var name }
                    ? api.Parameters.FirstOrDefault(p => p.Name == name)
                : next < api.Parameters.Length ? api.Parameters[next]
                : null;
            if (parameter is null)
            {
                return null;
            }

            if (argument.NameColon is null && !parameter.IsParams)
            {
                next++;
            }

            result.Add(parameter, argument.WithNameColon(null));
        }

        return result.OrNothing(api);
    }

    /// <summary>Reads the operands of an operator; <see langword="null"/> if they do not fit the parameters.</summary>
    public static CallArguments? Read(OldApi api, IReadOnlyList<ExpressionSyntax> operands)
    {
        var result = new CallArguments();
        foreach (var (parameter, operand) in api.Parameters.Zip(operands, (p, o) => (p, o)))
        {
            result.Add(parameter, SyntaxFactory.Argument(operand));
        }

        return operands.Count == api.Parameters.Length ? result : null;
    }

    private void Add(OldParameter parameter, ArgumentSyntax argument)
    {
        if (!_given.TryGetValue(parameter.Name, out var given))
        {
            _given[parameter.Name] = given = [];
        }

        given.Add(argument);
        _inOrder.Add(argument.Expression);
    }

    private CallArguments? OrNothing(OldApi api)
    {
        return api.Parameters.All(p =>
            _given.ContainsKey(p.Name) || p.Default is not null || p.IsParams
        )
            ? this
            : null;
    }

    /// <summary>What the member is called on, if that is a value.</summary>
    public ExpressionSyntax? Receiver { get; private set; }

    /// <summary>What is given for a parameter; several for one that takes the rest.</summary>
    public IReadOnlyList<ArgumentSyntax> Of(OldParameter parameter) =>
        _given.TryGetValue(parameter.Name, out var given) ? given
        : parameter.Default is { } text
            ? [SyntaxFactory.Argument(SyntaxFactory.ParseExpression(text))]
        : [];

    /// <summary>Whether a replacement that evaluates these in this order does what the call did.</summary>
    public bool KeepsEffects(IReadOnlyList<ExpressionSyntax> evaluated) =>
        _inOrder
            .Where(Expressions.HaveEffects)
            .SequenceEqual(evaluated.Where(Expressions.HaveEffects));
}
