using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>Which argument of a call belongs to which parameter of the API that goes away.</summary>
internal sealed class CallArguments
{
    private readonly Dictionary<string, List<ArgumentSyntax>> _given = new(StringComparer.Ordinal);
    private readonly List<(ExpressionSyntax Given, ExpressionSyntax InSource)> _inOrder = [];

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
        var next = 0;
        if (receiverIsFirst && receiver is not null && api.Parameters.Length > 0)
        {
            result.Add(api.Parameters[next++], SyntaxFactory.Argument(receiver), receiver);
        }
        else if (receiver is not null)
        {
            result._inOrder.Add((receiver, receiver));
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

            result.Add(parameter, argument.WithNameColon(null), argument.Expression);
        }

        return result.OrNothing(api);
    }

    /// <summary>Reads the operands of an operator; <see langword="null"/> if they do not fit the parameters.</summary>
    public static CallArguments? Read(OldApi api, IReadOnlyList<ExpressionSyntax> operands)
    {
        var result = new CallArguments();
        foreach (var (parameter, operand) in api.Parameters.Zip(operands, (p, o) => (p, o)))
        {
            result.Add(parameter, SyntaxFactory.Argument(operand), operand);
        }

        return operands.Count == api.Parameters.Length ? result : null;
    }

    private void Add(OldParameter parameter, ArgumentSyntax argument, ExpressionSyntax inSource)
    {
        if (!_given.TryGetValue(parameter.Name, out var given))
        {
            _given[parameter.Name] = given = [];
        }

        given.Add(argument);
        _inOrder.Add((argument.Expression, inSource));
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
            .Select(a => a.Given)
            .Where(Expressions.HaveEffects)
            .SequenceEqual(evaluated.Where(Expressions.HaveEffects));

    /// <summary>Whether what an effect could change is read on the same side of it as before.</summary>
    /// <param name="evaluated">What the replacement evaluates, in order.</param>
    /// <param name="model">Knows what the call names; it must be the call as it stands in the source.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public bool KeepsReads(
        IReadOnlyList<ExpressionSyntax> evaluated,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        for (var i = 0; i < _inOrder.Count; i++)
        {
            for (var j = 0; j < _inOrder.Count; j++)
            {
                var (read, readInSource) = _inOrder[i];
                var (effect, effectInSource) = _inOrder[j];
                if (
                    i != j
                    && !Expressions.HaveEffects(read)
                    && Expressions.HaveEffects(effect)
                    && Places(evaluated, read)
                        .Any(r => Places(evaluated, effect).Any(e => r < e != i < j))
                    && Effects.CanChange(readInSource, effectInSource, model, cancellationToken)
                )
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static IEnumerable<int> Places(
        IReadOnlyList<ExpressionSyntax> all,
        ExpressionSyntax one
    ) => Enumerable.Range(0, all.Count).Where(i => all[i] == one);
}
