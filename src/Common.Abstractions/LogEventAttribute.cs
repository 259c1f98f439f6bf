namespace Common.Abstractions;

/// <summary>Declares a log event on a partial method; a generator writes the method.</summary>
/// <remarks>
/// The field names come from the parameter names, in snake_case. The level follows from the kind. ID and name are unique in the
/// assembly, and checked again over the whole service when its executable is built.
/// </remarks>
/// <param name="id">The number of the event, from 1; 1 to 999 are the library's own.</param>
/// <param name="name">The name, dotted lower case, such as <c>order.completed</c>.</param>
/// <param name="kind">What the event tells.</param>
/// <param name="summary">One sentence for people, without braces and values, such as <c>Order completed</c>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class LogEventAttribute(int id, string name, EventKind kind, string summary)
    : Attribute
{
    /// <summary>The number of the event.</summary>
    /// <value>From 1; 1 to 999 are the library's own.</value>
    public int Id { get; } = id;

    /// <summary>The name of the event.</summary>
    /// <value>Dotted lower case, unique in the assembly.</value>
    public string Name { get; } = name;

    /// <summary>What the event tells.</summary>
    /// <value>A declared kind.</value>
    public EventKind Kind { get; } = kind;

    /// <summary>One sentence for people.</summary>
    /// <value>Without braces and without values.</value>
    public string Summary { get; } = summary;
}
