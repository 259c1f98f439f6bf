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
    private readonly ErrorDeclaration _declaration;
    private readonly IReadOnlyList<ErrorField>? _fields;
    private readonly Rest? _rest;
    private string? _publicMessage;

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

        _declaration = ErrorDeclaration.OfText(kind, code, publicMessage);
        if (detail is not null)
        {
            _rest = new Rest { Detail = detail };
        }
    }

    /// <summary>The kind of the failure; decides status, level and retry.</summary>
    /// <value>A declared kind.</value>
    public ErrorKind Kind => _declaration.Kind;

    /// <summary>The stable code, for programs.</summary>
    /// <value>In the form of <see cref="ErrorCode"/>.</value>
    public string Code => _declaration.Code;

    /// <summary>What the caller may read.</summary>
    /// <value>One sentence.</value>
    public string PublicMessage =>
        _declaration.HasHoles
            ? _publicMessage ??= ErrorDeclaration.Format(_declaration.Template, Fields)
            : _declaration.Template;

    /// <summary>What the public message speaks of, for programs; goes to the caller.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<ErrorField> Fields
    {
        get => _fields ?? [];
        init => _fields = value;
    }

    /// <summary>What is wrong with the request, field by field; goes to the caller.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<FieldError> Errors
    {
        get => _rest?.Errors ?? [];
        init => (_rest ??= new Rest()).Errors = value;
    }

    /// <summary>When the caller may try again, from now; goes to the caller.</summary>
    /// <value><see langword="null"/>, the default, where nothing is known.</value>
    public Duration? RetryAfter
    {
        get => _rest?.RetryAfter;
        init => (_rest ??= new Rest()).RetryAfter = value;
    }

    /// <summary>What the log may say: code, public message, the internal detail and the internal fields. Never shown to a caller.</summary>
    /// <value>One line, unless the detail has more.</value>
    public override string Message
    {
        get
        {
            var text = new StringBuilder(Code).Append(": ").Append(PublicMessage);
            if (_rest?.Detail is { Length: > 0 } detail)
            {
                text.Append(" | ").Append(detail);
            }

            foreach (var (name, value) in _rest?.InternalFields ?? [])
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
        ErrorField[] fields,
        ErrorField[] internalFields,
        Exception? innerException,
        IEnumerable<FieldError>? errors,
        Duration? retryAfter
    )
        : base(null, innerException)
    {
        _declaration = declaration;
        _fields = fields;
        if (internalFields.Length > 0 || errors is not null || retryAfter is not null)
        {
            _rest = new Rest
            {
                InternalFields = internalFields,
                Errors = errors is null ? [] : [.. errors],
                RetryAfter = retryAfter,
            };
        }
    }

    /// <summary>What few errors have.</summary>
    private sealed class Rest
    {
        public string? Detail { get; init; }

        public ErrorField[] InternalFields { get; init; } = [];

        public IReadOnlyList<FieldError> Errors { get; set; } = [];

        public Duration? RetryAfter { get; set; }
    }
}
