namespace Common.Context;

/// <summary>Takes the headers of a request, a message or a job record. Implement it by a struct, so that nothing is allocated.</summary>
public interface IHeaderWriter
{
    /// <summary>Sets a header, in place of what it was.</summary>
    /// <param name="name">One of <see cref="ContextHeaders"/>.</param>
    /// <param name="value">Visible ASCII characters and spaces.</param>
    void Set(string name, string value);

    /// <summary>Sets a header whose value is made for this call, in place of what it was.</summary>
    /// <param name="name">One of <see cref="ContextHeaders"/>.</param>
    /// <param name="value">Visible ASCII characters and spaces; valid during the call only.</param>
    void Set(string name, ReadOnlySpan<char> value);
}
