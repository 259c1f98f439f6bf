using Common.Analyzers.Declarations;
using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.Errors;

/// <summary>Reads the declaration of an error from its method, and says what is wrong in it.</summary>
internal sealed class ErrorReader
{
    public const string AttributeName = "Common.Abstractions.ErrorAttribute";

    private const int MaxCodeLength = 100; // ErrorCode.MaxLength of Common.Exceptions; a test compares the two

    private readonly IMethodSymbol _method;
    private readonly AttributeData _attribute;
    private readonly CancellationToken _cancellation;
    private readonly List<ErrorProblem> _problems = [];

    private ErrorReader(
        IMethodSymbol method,
        AttributeData attribute,
        CancellationToken cancellation
    )
    {
        _method = method;
        _attribute = attribute;
        _cancellation = cancellation;
    }

    /// <summary>Reads a declaration.</summary>
    /// <returns>The error, or null if its declaration has a mistake; and the mistakes.</returns>
    public static (ErrorModel? Model, IReadOnlyList<ErrorProblem> Problems) Read(
        IMethodSymbol method,
        AttributeData attribute,
        CancellationToken cancellation
    )
    {
        var reader = new ErrorReader(method, attribute, cancellation);
        var model = reader.Read();
        return (reader._problems.Count == 0 ? model : null, reader._problems);
    }

    /// <summary>Whether a text has the form of an error's code.</summary>
    public static bool IsCode(string code) =>
        code.Length <= MaxCodeLength
        && code.Split('.') is { Length: >= 2 } parts
        && parts.All(part =>
            part.Length > 0
            && part[0] is >= 'a' and <= 'z'
            && part.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')
        );

    private ErrorModel? Read()
    {
        var arguments = _attribute.ConstructorArguments;
        if (
            arguments.Length != 3
            || arguments.Any(argument => argument.Kind == TypedConstantKind.Error)
            || arguments[1].Value is not int kind
        )
        {
            return null; // the compiler reports it
        }

        var code = arguments[0].Value as string ?? string.Empty;
        var message = arguments[2].Value as string ?? string.Empty;
        CheckMethod();
        if (!IsCode(code))
        {
            Report(ErrorRules.Code, Argument(0), Shorten(code));
        }

        if (!KindNumbers.IsDeclared(kind))
        {
            Report(ErrorRules.Kind, Argument(1), kind);
        }

        var parameters = ErrorParameterReader.Read(_method, Report);
        CheckMessage(code, message, parameters);
        if (_problems.Count > 0)
        {
            return null;
        }

        var fields = parameters.Where(p => p.Role == ErrorParameterRole.Public).ToList();
        return new ErrorModel(
            code,
            kind,
            message,
            MessageTemplate.Number(message, name => fields.FindIndex(p => IsNamed(p, name))),
            _method.ContainingNamespace.IsGlobalNamespace
                ? string.Empty
                : _method.ContainingNamespace.ToDisplayString(),
            LogEventSignature.ContainingTypes(_method.ContainingType),
            ErrorSignature.Of(_method),
            _method.Name,
            ErrorSignature.Access(_method),
            new EquatableArray<ErrorParameter>([.. parameters]),
            ReadDeprecation()
        );
    }

    private void CheckMethod()
    {
        var reason =
            !_method.IsPartialDefinition || DeclaredMethods.HasBodyOfItsOwn(_method)
                ? MisplacedDeclarations.NotPartial
            : ReturnTypeName() != "Common.Exceptions.ServiceException"
                ? "it must return ServiceException"
            : _method.ReturnType.NullableAnnotation == NullableAnnotation.Annotated
                ? "it must return ServiceException, never null"
            : !_method.IsStatic ? "it must be static"
            : _method.IsExtensionMethod ? "it must not be an extension method"
            : _method.IsGenericMethod ? "it must not be generic"
            : _method.ContainingType.TypeKind == TypeKind.Interface ? "it must be in a class"
            : _method.ContainingType.GetMembers(_method.Name).Length > 1
                ? "another member of its type has that name, and codes are listed by method name"
            : _method.Name == ErrorSource.Codes || _method.ContainingType.Name == ErrorSource.Codes
                ? $"the class of its code is called {ErrorSource.Codes}, so neither it nor its type may be"
            : LogEventSignature.FirstNotPartial(_method, _cancellation) is { } type
                ? $"its type '{type}' must be partial"
            : LogEventSignature.FileLocal(_method) is { } local
                ? $"its type '{local}' must not be of one file only"
            : null;
        if (reason is not null)
        {
            Report(
                ErrorRules.Method,
                _method.Locations.FirstOrDefault() ?? Location.None,
                _method.Name,
                reason
            );
        }
    }

    private void CheckMessage(string code, string message, List<ErrorParameter> parameters)
    {
        if (string.IsNullOrWhiteSpace(message))
        {
            Report(ErrorRules.Message, Argument(2), Shorten(code), "is empty");
            return;
        }

        if (PlainText.IndexOfControl(message) >= 0)
        {
            Report(ErrorRules.Message, Argument(2), Shorten(code), "has control characters");
            return;
        }

        var (holes, loneBrace) = MessageTemplate.Parse(message);
        if (loneBrace >= 0)
        {
            Report(
                ErrorRules.Message,
                Within(message, loneBrace, 1),
                Shorten(code),
                "has a brace without its partner; a brace itself is written twice"
            );
        }

        foreach (var (name, start, length) in holes)
        {
            var parameter = parameters.FirstOrDefault(p => IsNamed(p, name));
            if (parameter is { Role: ErrorParameterRole.Public })
            {
                continue;
            }

            Report(
                ErrorRules.Hole,
                Within(message, start, length),
                Shorten(name),
                parameter switch
                {
                    { Role: ErrorParameterRole.Internal } =>
                        "goes to the log only, so that the caller may not read it",
                    { } => "is no field",
                    null => "is no parameter of the method; "
                        + Offer([
                            .. parameters
                                .Where(p => p.Role == ErrorParameterRole.Public)
                                .Select(p => "{" + p.Name.TrimStart('@') + "}"),
                        ]),
                }
            );
        }
    }

    private static string Offer(string[] names) =>
        names.Length == 0 ? "there is none to name" : "it may name " + string.Join(", ", names);

    private static bool IsNamed(ErrorParameter parameter, string name) =>
        parameter.Name.TrimStart('@') == name || parameter.FieldName == name;

    /// <summary>Where a part of the message stands: exactly so in a plain literal, else the whole argument.</summary>
    private Location Within(string message, int start, int length)
    {
        var location = Argument(2);
        if (
            location.SourceTree?.GetRoot(_cancellation).FindNode(location.SourceSpan, false, true)
                is LiteralExpressionSyntax literal
            && literal.IsKind(SyntaxKind.StringLiteralExpression)
            && literal.Token.Text is { } text
            && text.IndexOf(message, StringComparison.Ordinal) is >= 0 and var offset
        )
        {
            return Location.Create(
                location.SourceTree,
                new TextSpan(literal.SpanStart + offset + start, length)
            );
        }

        return location;
    }

    private ErrorDeprecation? ReadDeprecation()
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
        return new ErrorDeprecation(
            arguments[0].Value as string ?? string.Empty,
            arguments.Length > 1 ? arguments[1].Value as string : null,
            attribute.NamedArguments.FirstOrDefault(pair => pair.Key == "Reason").Value.Value
                as string,
            ReadObsolete()
        );
    }

    private string? ReadObsolete()
    {
        var attribute = _method
            .GetAttributes()
            .FirstOrDefault(candidate =>
                candidate.AttributeClass?.ToDisplayString() == "System.ObsoleteAttribute"
            );
        return attribute is null
            ? null
            : string.Join(
                ", ",
                attribute
                    .ConstructorArguments.Select(argument => argument.ToCSharpString())
                    .Concat(
                        attribute.NamedArguments.Select(pair =>
                            $"{pair.Key} = {pair.Value.ToCSharpString()}"
                        )
                    )
            );
    }

    private string ReturnTypeName() =>
        _method
            .ReturnType.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            .ToDisplayString();

    private static string Shorten(string text) =>
        text.Length <= MaxCodeLength ? text : text.Substring(0, MaxCodeLength) + "…";

    private Location Argument(int index) =>
        LogEventReader.ArgumentLocation(_attribute, index, _cancellation);

    private void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        _problems.Add(new ErrorProblem(rule, location, arguments));
}
