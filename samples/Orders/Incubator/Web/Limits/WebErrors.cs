#nullable enable
using Common.Abstractions;
using Common.Exceptions;
using NodaTime;

namespace Orders.Incubator.Web;

/// <summary>The errors of this module.</summary>
public static partial class WebErrors
{
    /// <summary>Too many requests are being worked on.</summary>
    /// <param name="retryAfter">When to try again.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error(
        "service.overloaded",
        ErrorKind.Unavailable,
        "The service has too much to do at the moment. Try again later."
    )]
    public static partial ServiceException Overloaded(Duration? retryAfter = null);
}
