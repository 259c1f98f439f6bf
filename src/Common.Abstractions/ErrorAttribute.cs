namespace Common.Abstractions;

/// <summary>Declares an error on a partial method that makes its exception; a generator writes the method.</summary>
/// <remarks>The named fields of the message are parameters of the method; the compiler checks the names.</remarks>
/// <param name="code">The stable code, dotted lower case, unique in the assembly, such as <c>order.not_found</c>.</param>
/// <param name="kind">The kind, which decides status, level and retry.</param>
/// <param name="message">The public message, with named fields in braces, such as <c>There is no order {orderId}.</c></param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ErrorAttribute(string code, ErrorKind kind, string message) : Attribute
{
    /// <summary>The stable code.</summary>
    /// <value>Dotted lower case.</value>
    public string Code { get; } = code;

    /// <summary>The kind of the failure.</summary>
    /// <value>A declared kind.</value>
    public ErrorKind Kind { get; } = kind;

    /// <summary>The public message.</summary>
    /// <value>A sentence for the caller, with named fields in braces.</value>
    public string Message { get; } = message;
}
