using System.ComponentModel;
using System.Globalization;
using System.Text;
using Common.Abstractions;
using NodaTime;

namespace Common.Exceptions;

/// <summary>What an <see cref="ErrorAttribute"/> declares, as generated code keeps it. Written by the generator only. Immutable and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ErrorDeclaration
{
    /// <summary>Keeps a declaration that the compiler has checked.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="code">The code.</param>
    /// <param name="template">The public message; <c>{0}</c> stands for the first public field, <c>{{</c> for a brace.</param>
    public ErrorDeclaration(ErrorKind kind, string code, string template)
        : this(kind, code, template, template.AsSpan().ContainsAny('{', '}')) { }

    private ErrorDeclaration(ErrorKind kind, string code, string template, bool hasHoles)
    {
        ArgumentNullException.ThrowIfNull(template);
        Kind = kind;
        Code = code;
        Template = template;
        HasHoles = hasHoles;
    }

    /// <summary>The kind.</summary>
    /// <value>A declared kind.</value>
    public ErrorKind Kind { get; }

    /// <summary>The code.</summary>
    /// <value>Dotted lower case.</value>
    public string Code { get; }

    /// <summary>The public message with numbered holes.</summary>
    /// <value>A sentence.</value>
    public string Template { get; }

    internal bool HasHoles { get; }

    /// <summary>Makes the exception.</summary>
    /// <param name="fields">The public fields, in the order that the template numbers them.</param>
    /// <param name="internalFields">What goes to the log only.</param>
    /// <param name="cause">The inner exception, or <see langword="null"/>.</param>
    /// <param name="errors">What is wrong with each field of the request, or <see langword="null"/>.</param>
    /// <param name="retryAfter">When the caller may try again, or <see langword="null"/>.</param>
    /// <returns>The exception, not yet thrown.</returns>
    public ServiceException Make(
        ErrorField[] fields,
        ErrorField[] internalFields,
        Exception? cause,
        IEnumerable<FieldError>? errors,
        Duration? retryAfter
    )
    {
        ArgumentNullException.ThrowIfNull(internalFields);
        return new ServiceException(this, fields, internalFields, cause, errors, retryAfter);
    }

    /// <summary>Makes a declaration of an error made by hand, whose message is a text and no template.</summary>
    internal static ErrorDeclaration OfText(ErrorKind kind, string code, string message) =>
        new(kind, code, message, hasHoles: false);

    internal static string Format(string template, IReadOnlyList<ErrorField> fields)
    {
        var text = new StringBuilder(template.Length + 32);
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is not ('{' or '}'))
            {
                text.Append(c);
            }
            else if (template[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else
            {
                var end = template.IndexOf('}', i);
                var hole = template.AsSpan(i + 1, end - i - 1);
                text.Append(fields[int.Parse(hole, CultureInfo.InvariantCulture)].Value);
                i = end;
            }
        }

        return text.ToString();
    }
}
