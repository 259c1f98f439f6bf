using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Makes parameters of an event, and the arguments for them, of the values of a log call.</summary>
internal sealed class EventParameters(SemanticModel model)
{
    private readonly EventValues _values = new(model);
    private readonly List<EventParameter> _parameters = [];
    private readonly List<string> _arguments = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal) { "logger" };
    private readonly HashSet<string> _fields = new(StringComparer.Ordinal)
    {
        "truncated", // what a record says that was cut
    };

    /// <summary>The parameters, the exception last.</summary>
    public IReadOnlyList<EventParameter> Parameters => _parameters;

    /// <summary>The arguments for them.</summary>
    public string Arguments => string.Join(", ", _arguments);

    /// <summary>Whether everyone may name the parameters' types.</summary>
    public bool ArePublic { get; private set; } = true;

    /// <summary>Whether the arguments call methods of <c>System.Linq</c>.</summary>
    public bool NeedLinq { get; private set; }

    /// <summary>A parameter as it is declared.</summary>
    public static EventParameter Of(IParameterSymbol parameter) =>
        new(parameter.Type.ToDisplayString(EventValues.FullName), parameter.Name);

    /// <summary>Adds a value.</summary>
    /// <returns>Whether it may be a field; a secret and a request ID as text may not.</returns>
    public bool TryAdd(MessagePart part)
    {
        if (part.Value is not { } value)
        {
            return false;
        }

        var wanted = ParameterName.Of(part.Name, value);
        var field = SnakeCase.Of(wanted);
        var type = part.Type is null ? null : EventValues.Underlying(part.Type);
        if (
            SecretNames.Contains(field)
            || (type is not null && IsSecret(type))
            || (LogEventFieldReader.IsRequestIdName(field) && IsText(type))
        )
        {
            return false;
        }

        var argument = _values.Of(part.Type, value);
        _parameters.Add(new EventParameter(argument.Type, Free(wanted, argument.IsList)));
        _arguments.Add(argument.Argument);
        ArePublic &= argument.IsPublic;
        NeedLinq |= argument.NeedsLinq;
        return true;
    }

    /// <summary>Adds the exception.</summary>
    public void AddException(ExpressionSyntax exception)
    {
        var name = "exception";
        for (var number = 2; !_names.Add(name); number++)
        {
            name = "exception" + number;
        }

        _parameters.Add(new EventParameter(_values.ExceptionType(exception), name));
        _arguments.Add(exception.WithoutTrivia().ToString());
    }

    private bool IsSecret(ITypeSymbol type) =>
        FieldTypes.IsSecret(type)
        || (_values.ElementOf(type) is { } element && FieldTypes.IsSecret(element));

    private static bool IsText(ITypeSymbol? type) =>
        type is null or { SpecialType: SpecialType.System_String } or { Name: "Guid" };

    /// <summary>A name that neither a parameter nor a field has, nor the count beside a list.</summary>
    private string Free(string wanted, bool isList)
    {
        var name = wanted;
        for (var number = 2; !IsFree(name, isList); number++)
        {
            name = wanted + number;
        }

        _names.Add(name);
        _fields.Add(SnakeCase.Of(name));
        if (isList)
        {
            _fields.Add(SnakeCase.Of(name) + "_count");
        }

        return name;
    }

    private bool IsFree(string name, bool isList)
    {
        var field = SnakeCase.Of(name);
        return !_names.Contains(name)
            && !_fields.Contains(field)
            && !(isList && _fields.Contains(field + "_count"));
    }
}
