using System.Diagnostics.CodeAnalysis;
using System.Text;
using Common.Abstractions;
using NodaTime;

namespace Common.Exceptions;

/// <summary>
/// A failure with its public and its internal side apart: <see cref="Kind"/>, <see cref="Code"/>, <see cref="PublicMessage"/>,
/// <see cref="Fields"/>, <see cref="Errors"/> and <see cref="RetryAfter"/> go to the caller; <see cref="Message"/>, the inner
/// exception, <see cref="Exception.Data"/> and the stack go to the log only.
/// </summary>
/// <remarks>Services seldom call the constructor: they declare their errors with <see cref="ErrorAttribute"/> and raise what the generator wrote.</remarks>
[SuppressMessage(
    "Design",
    "CA1032",
    Justification = "An error without kind and code could be told to nobody."
)]
public sealed class ServiceException : Exception
{
    private readonly string _publicMessage;
    private readonly string? _detail;
    private readonly IReadOnlyList<ErrorField> _internalFields = [];
    private readonly bool _isTemplate;
    private string? _formatted;

    /// <summary>Makes an error by hand.</summary>
    /// <param name="kind">The kind; decides status, level and retry.</param>
    /// <param name="code">The stable code, in the form of <see cref="ErrorCode"/>.</param>
    /// <param name="publicMessage">One sentence for the caller; it must hold nothing internal.</param>
    /// <param name="detail">What only the log may say, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, for the log only, or <see langword="null"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a declared kind.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> has not the form of a code, or <paramref name="publicMessage"/> is blank.</exception>
    public ServiceException(
        ErrorKind kind,
        string code,
        string publicMessage,
        string? detail = null,
        Exception? innerException = null
    )
        : base(null, innerException)
    {
        _ = kind.ToGrpcCode();
        ArgumentNullException.ThrowIfNull(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(publicMessage);
        if (!ErrorCode.IsValid(code))
        {
            throw new ArgumentException(
                $"An error's code is dotted lower case, such as order.not_found, of at most {ErrorCode.MaxLength} characters.",
                nameof(code)
            );
        }

        Kind = kind;
        Code = code;
        _publicMessage = publicMessage;
        _detail = detail;
    }

    private ServiceException(ErrorDeclaration declaration, Exception? innerException)
        : base(null, innerException)
    {
        Kind = declaration.Kind;
        Code = declaration.Code;
        _publicMessage = declaration.Template;
        _isTemplate = declaration.HasHoles;
    }

    /// <summary>The kind of the failure; decides status, level and retry.</summary>
    /// <value>A declared kind.</value>
    public ErrorKind Kind { get; }

    /// <summary>The stable code, for programs.</summary>
    /// <value>In the form of <see cref="ErrorCode"/>.</value>
    public string Code { get; }

    /// <summary>What the caller may read.</summary>
    /// <value>One sentence.</value>
    public string PublicMessage =>
        _isTemplate
            ? _formatted ??= ErrorDeclaration.Format(_publicMessage, Fields)
            : _publicMessage;

    /// <summary>What the public message speaks of, for programs; goes to the caller.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<ErrorField> Fields { get; init; } = [];

    /// <summary>What is wrong with the request, field by field; goes to the caller.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>When the caller may try again, from now; goes to the caller.</summary>
    /// <value><see langword="null"/>, the default, where nothing is known.</value>
    public Duration? RetryAfter { get; init; }

    /// <summary>What the log may say: code, public message, the internal detail and the internal fields. Never shown to a caller.</summary>
    /// <value>One line, unless the detail has more.</value>
    public override string Message
    {
        get
        {
            var text = new StringBuilder(Code).Append(": ").Append(PublicMessage);
            if (_detail is { Length: > 0 })
            {
                text.Append(" | ").Append(_detail);
            }

            foreach (var (name, value) in _internalFields)
            {
                if (value.Kind != ErrorValueKind.Null)
                {
                    text.Append(" | ").Append(name).Append('=').Append(value);
                }
            }

            foreach (var error in Errors)
            {
                text.Append(" [").Append(error.Pointer).Append(' ').Append(error.Code).Append(']');
            }

            return text.ToString();
        }
    }

    /// <summary>Gives the value of a public field.</summary>
    /// <param name="name">The name, in snake_case.</param>
    /// <returns>The value, or the null value if there is no such field.</returns>
    public ErrorValue GetField(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Name == name)
            {
                return field.Value;
            }
        }

        return default;
    }

    internal ServiceException(
        ErrorDeclaration declaration,
        IReadOnlyList<ErrorField> fields,
        IReadOnlyList<ErrorField> internalFields,
        Exception? innerException
    )
        : this(declaration, innerException)
    {
        Fields = fields;
        _internalFields = internalFields;
    }
}
