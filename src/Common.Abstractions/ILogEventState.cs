using System.ComponentModel;

namespace Common.Abstractions;

/// <summary>The structured state of a declared log event. Implemented by generators only.</summary>
/// <remarks>
/// A state is a struct that is also a list of named values, so that any logging provider can read it. A provider that knows this
/// interface reads the fields without boxing one of them.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILogEventState
{
    /// <summary>The name of the event.</summary>
    /// <value>Dotted lower case, such as <c>order.completed</c>.</value>
    string EventName { get; }

    /// <summary>What the event tells.</summary>
    /// <value>A declared kind.</value>
    EventKind Kind { get; }

    /// <summary>One sentence for people.</summary>
    /// <value>Without braces and without values.</value>
    string Summary { get; }

    /// <summary>Whether writing the fields runs no code but that of the platform's own number, text and ID types.</summary>
    /// <value><see langword="true"/> if a writer may hold a lock while the fields are written.</value>
    bool IsPlain { get; }

    /// <summary>Writes the fields in the order of their declaration.</summary>
    /// <param name="writer">Takes them.</param>
    void WriteFields(ILogFieldWriter writer);
}
