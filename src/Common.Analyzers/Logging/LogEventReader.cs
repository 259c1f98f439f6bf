using Common.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Logging;

/// <summary>Reads the declaration of an event from its method, and says what is wrong in it.</summary>
internal sealed class LogEventReader
{
    public const string AttributeName = "Common.Abstractions.LogEventAttribute";

    private readonly IMethodSymbol _method;
    private readonly AttributeData? _attribute;
    private readonly CancellationToken _cancellation;
    private readonly List<LogEventProblem> _problems = [];

    private LogEventReader(
        IMethodSymbol method,
        AttributeData? attribute,
        CancellationToken cancellation
    )
    {
        _method = method;
        _attribute = attribute;
        _cancellation = cancellation;
    }

    /// <summary>Reads a declaration.</summary>
    /// <returns>The event, or null if it has a mistake; and the mistakes.</returns>
    public static (LogEventModel? Model, IReadOnlyList<LogEventProblem> Problems) Read(
        IMethodSymbol method,
        AttributeData attribute,
        CancellationToken cancellation
    )
    {
        var reader = new LogEventReader(method, attribute, cancellation);
        var model = reader.Read(attribute);
        return (reader._problems.Count == 0 ? model : null, reader._problems);
    }

    /// <summary>Whether a method that has another generator's body now could be that of an event.</summary>
    public static bool CanBeEvent(IMethodSymbol method, CancellationToken cancellation)
    {
        var reader = new LogEventReader(method, attribute: null, cancellation);
        reader.ReadParameters(reader.CheckMethod());
        return reader._problems.Count == 0;
    }

    /// <summary>Where an argument of the attribute stands.</summary>
    public static Location ArgumentLocation(
        AttributeData attribute,
        int index,
        CancellationToken cancellation
    )
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation);
        if (syntax is not AttributeSyntax { ArgumentList.Arguments: var arguments })
        {
            return syntax?.GetLocation() ?? Location.None;
        }

        var name = attribute.AttributeConstructor?.Parameters[index].Name;
        var argument =
            arguments.FirstOrDefault(candidate =>
                candidate.NameColon?.Name.Identifier.ValueText == name
            ) ?? (index < arguments.Count ? arguments[index] : null);
        return argument?.Expression.GetLocation() ?? syntax.GetLocation();
    }

    private LogEventModel? Read(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments;
        if (
            arguments.Length != 4
            || arguments.Any(argument => argument.Kind == TypedConstantKind.Error)
            || arguments[0].Value is not int id
            || arguments[2].Value is not int kind
        )
        {
            return null; // the compiler reports it
        }

        var name = arguments[1].Value as string ?? string.Empty;
        var summary = arguments[3].Value as string ?? string.Empty;

        CheckHead(id, name, kind, summary);
        var logger = CheckMethod();
        var (fields, exception) = ReadParameters(logger);
        return new LogEventModel(
            id,
            name,
            kind,
            summary,
            _method.ContainingNamespace.IsGlobalNamespace
                ? string.Empty
                : _method.ContainingNamespace.ToDisplayString(),
            LogEventSignature.ContainingTypes(_method.ContainingType),
            LogEventSignature.Of(_method),
            _method.Name,
            logger?.Expression ?? string.Empty,
            logger?.MayBeNull == true,
            exception,
            new EquatableArray<LogEventField>([.. fields]),
            ReadDeprecation()
        );
    }

    private void CheckHead(int id, string name, int kind, string summary)
    {
        if (id < 1)
        {
            Report(LogEventRules.IdRange, Argument(0), id);
        }

        if (!EventName.IsValid(name))
        {
            Report(LogEventRules.Name, Argument(1), name);
        }

        if (kind < 0 || kind >= KindNames.Kinds.Length)
        {
            Report(LogEventRules.Kind, Argument(2), kind);
        }

        if (string.IsNullOrWhiteSpace(summary))
        {
            Report(LogEventRules.Summary, Argument(3), name, "is empty");
        }
        else if (summary.IndexOfAny(['{', '}']) >= 0)
        {
            Report(
                LogEventRules.Summary,
                Argument(3),
                name,
                "has braces; values belong into parameters"
            );
        }
        else if (PlainText.IndexOfControl(summary) >= 0)
        {
            Report(LogEventRules.Summary, Argument(3), name, "has control characters");
        }
    }

    /// <summary>Checks the shape of the method and finds its logger.</summary>
    private EventLogger? CheckMethod()
    {
        var reason =
            !_method.IsPartialDefinition
            || (_attribute is not null && DeclaredMethods.HasBodyOfItsOwn(_method))
                ? MisplacedDeclarations.NotPartial
            : !_method.ReturnsVoid ? "it must return void"
            : _method.IsGenericMethod ? "it must not be generic"
            : _method.IsAsync ? "it must not be async"
            : LogEventSignature.FirstNotPartial(_method, _cancellation) is { } type
                ? $"its type '{type}' must be partial"
            : LogEventSignature.FileLocal(_method) is { } local
                ? $"its type '{local}' must not be of one file only"
            : _method.ContainingType.TypeParameters.Any(p => p.Variance != VarianceKind.None)
                ? $"its type '{_method.ContainingType.Name}' must have no 'in' or 'out' type parameter"
            : null;
        var logger = EventLogger.Of(_method);
        if (logger is null)
        {
            reason ??=
                "it has no logger; take an ILogger as its first parameter, or keep one in a field";
        }

        if (reason is not null)
        {
            Report(LogEventRules.Method, MethodLocation(), _method.Name, reason);
        }

        return logger;
    }

    private (List<LogEventField> Fields, string? Exception) ReadParameters(EventLogger? logger)
    {
        var fields = new List<LogEventField>();
        string? exception = null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in _method.Parameters)
        {
            if (parameter.RefKind is not (RefKind.None or RefKind.In))
            {
                Report(
                    LogEventRules.Method,
                    LocationOf(parameter),
                    _method.Name,
                    $"'{parameter.Name}' must not be ref or out"
                );
            }
            else if (SymbolEqualityComparer.Default.Equals(parameter, logger?.Parameter))
            {
                continue;
            }
            else if (FieldTypes.IsException(parameter.Type))
            {
                if (exception is not null)
                {
                    Report(LogEventRules.SecondException, LocationOf(parameter), parameter.Name);
                }

                exception = LogEventSignature.Escape(parameter.Name);
            }
            else if (LogEventFieldReader.Read(parameter, Report) is { } field)
            {
                fields.Add(field);
                CheckName(names, field.Name, LocationOf(parameter));
            }
        }

        CheckCounts(fields);

        return (fields, exception);
    }

    private void CheckName(HashSet<string> names, string name, Location location)
    {
        if (!names.Add(name))
        {
            Report(LogEventRules.FieldName, location, name, "is there twice");
        }
        else if (name == "truncated")
        {
            Report(LogEventRules.FieldName, location, name, "is what a record says that was cut");
        }
    }

    /// <summary>Checks that no field has the name of the count that stands beside a list which was cut.</summary>
    private void CheckCounts(IReadOnlyList<LogEventField> fields)
    {
        foreach (var list in fields.Where(field => field.Shape == FieldShape.List))
        {
            var count = list.Name + "_count";
            var parameter = fields.FirstOrDefault(field => field.Name == count)?.Parameter;
            if (
                _method.Parameters.FirstOrDefault(p =>
                    LogEventSignature.Escape(p.Name) == parameter
                ) is
                { } clash
            )
            {
                Report(
                    LogEventRules.FieldName,
                    LocationOf(clash),
                    count,
                    $"is that of the count of '{list.Name}', if it is cut"
                );
            }
        }
    }

    private LogEventDeprecation? ReadDeprecation()
    {
        var attribute = _method
            .GetAttributes()
            .FirstOrDefault(candidate =>
                candidate.AttributeClass?.ToDisplayString()
                == "Common.Abstractions.DeprecatedAttribute"
            );
        if (attribute is null || attribute.ConstructorArguments.Length == 0)
        {
            return null;
        }

        var arguments = attribute.ConstructorArguments;
        return new LogEventDeprecation(
            arguments[0].Value as string ?? string.Empty,
            arguments.Length > 1 ? arguments[1].Value as string : null,
            attribute.NamedArguments.FirstOrDefault(pair => pair.Key == "Reason").Value.Value
                as string
        );
    }

    private Location Argument(int index) => ArgumentLocation(_attribute!, index, _cancellation);

    private Location MethodLocation() => _method.Locations.FirstOrDefault() ?? Location.None;

    private static Location LocationOf(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault() ?? Location.None;

    private void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        _problems.Add(new LogEventProblem(rule, location, arguments));
}
