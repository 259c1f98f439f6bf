using Common.Abstractions;
using Common.Exceptions;

namespace Common.Incubator.Auth;

/// <summary>The errors of this module.</summary>
public static partial class AuthErrors
{
    /// <summary>The caller showed no token that is believed.</summary>
    /// <param name="fault">Why, for the log.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error("auth.unauthenticated", ErrorKind.Unauthenticated, "Show a valid token.")]
    public static partial ServiceException NotAuthenticated([Internal] TokenFault fault);

    /// <summary>The caller may not do this.</summary>
    /// <param name="rule">The rule that says so, for the log.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error("auth.denied", ErrorKind.PermissionDenied, "You may not do this.")]
    public static partial ServiceException NotAllowed([Internal] string rule);

    /// <summary>The issuer's keys can't be had, so that nothing is known of the caller's token.</summary>
    /// <returns>The error, not yet thrown.</returns>
    [Error(
        "auth.keys_unavailable",
        ErrorKind.Unavailable,
        "Tokens cannot be verified at the moment. Try again later."
    )]
    public static partial ServiceException KeysUnavailable();
}
