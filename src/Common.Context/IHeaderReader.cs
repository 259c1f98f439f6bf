using Microsoft.Extensions.Primitives;

namespace Common.Context;

/// <summary>Gives the headers of a request, a message or a job record. Implement it by a struct, so that nothing is allocated.</summary>
public interface IHeaderReader
{
    /// <summary>Gives all values of a header.</summary>
    /// <param name="name">The name; it is compared without regard to case.</param>
    /// <returns>The values in the order in which they came; none if there is no such header.</returns>
    StringValues GetValues(string name);
}
