using Common.Abstractions;

namespace Common.Exceptions;

/// <summary>The names of the kinds on the wire, which are those of google.rpc.Code, and their titles. All members are thread-safe.</summary>
public static class ErrorKindNames
{
    /// <summary>Gives the name of a kind on the wire.</summary>
    /// <param name="kind">A declared kind.</param>
    /// <returns>The name in google.rpc.Code, such as <c>NOT_FOUND</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a declared kind.</exception>
    public static string ToWireName(this ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Cancelled => "CANCELLED",
            ErrorKind.Unknown => "UNKNOWN",
            ErrorKind.InvalidArgument => "INVALID_ARGUMENT",
            ErrorKind.DeadlineExceeded => "DEADLINE_EXCEEDED",
            ErrorKind.NotFound => "NOT_FOUND",
            ErrorKind.AlreadyExists => "ALREADY_EXISTS",
            ErrorKind.PermissionDenied => "PERMISSION_DENIED",
            ErrorKind.ResourceExhausted => "RESOURCE_EXHAUSTED",
            ErrorKind.FailedPrecondition => "FAILED_PRECONDITION",
            ErrorKind.Aborted => "ABORTED",
            ErrorKind.OutOfRange => "OUT_OF_RANGE",
            ErrorKind.Unimplemented => "UNIMPLEMENTED",
            ErrorKind.Internal => "INTERNAL",
            ErrorKind.Unavailable => "UNAVAILABLE",
            ErrorKind.DataLoss => "DATA_LOSS",
            ErrorKind.Unauthenticated => "UNAUTHENTICATED",
            _ => throw new ArgumentOutOfRangeException(
                nameof(kind),
                kind,
                "This is not a declared error kind."
            ),
        };

    /// <summary>Reads a kind from its name on the wire. Never throws.</summary>
    /// <param name="name">A name of google.rpc.Code in UTF-8, in exactly that case.</param>
    /// <param name="kind">The kind, or 0 when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="name"/> is the name of a kind.</returns>
    public static bool TryParseWireName(ReadOnlySpan<byte> name, out ErrorKind kind)
    {
        kind = default;
        if (name.Length > 20)
        {
            return false;
        }

        Span<char> text = stackalloc char[20];
        for (var i = 0; i < name.Length; i++)
        {
            text[i] = (char)name[i];
        }

        kind = text[..name.Length] switch
        {
            "CANCELLED" => ErrorKind.Cancelled,
            "UNKNOWN" => ErrorKind.Unknown,
            "INVALID_ARGUMENT" => ErrorKind.InvalidArgument,
            "DEADLINE_EXCEEDED" => ErrorKind.DeadlineExceeded,
            "NOT_FOUND" => ErrorKind.NotFound,
            "ALREADY_EXISTS" => ErrorKind.AlreadyExists,
            "PERMISSION_DENIED" => ErrorKind.PermissionDenied,
            "RESOURCE_EXHAUSTED" => ErrorKind.ResourceExhausted,
            "FAILED_PRECONDITION" => ErrorKind.FailedPrecondition,
            "ABORTED" => ErrorKind.Aborted,
            "OUT_OF_RANGE" => ErrorKind.OutOfRange,
            "UNIMPLEMENTED" => ErrorKind.Unimplemented,
            "INTERNAL" => ErrorKind.Internal,
            "UNAVAILABLE" => ErrorKind.Unavailable,
            "DATA_LOSS" => ErrorKind.DataLoss,
            "UNAUTHENTICATED" => ErrorKind.Unauthenticated,
            _ => default,
        };
        return kind != default;
    }

    /// <summary>Gives the title of an HTTP status: its registered phrase.</summary>
    /// <param name="status">A status.</param>
    /// <returns>The phrase of RFC 9110 or RFC 6585; <c>Client Closed Request</c> for 499; <c>Error</c> for one that has none.</returns>
    public static string ToTitle(int status) =>
        status switch
        {
            400 => "Bad Request",
            401 => "Unauthorized",
            402 => "Payment Required",
            403 => "Forbidden",
            404 => "Not Found",
            405 => "Method Not Allowed",
            406 => "Not Acceptable",
            408 => "Request Timeout",
            409 => "Conflict",
            410 => "Gone",
            411 => "Length Required",
            412 => "Precondition Failed",
            413 => "Content Too Large",
            414 => "URI Too Long",
            415 => "Unsupported Media Type",
            416 => "Range Not Satisfiable",
            417 => "Expectation Failed",
            421 => "Misdirected Request",
            422 => "Unprocessable Content",
            426 => "Upgrade Required",
            428 => "Precondition Required",
            429 => "Too Many Requests",
            431 => "Request Header Fields Too Large",
            499 => "Client Closed Request",
            500 => "Internal Server Error",
            501 => "Not Implemented",
            502 => "Bad Gateway",
            503 => "Service Unavailable",
            504 => "Gateway Timeout",
            505 => "HTTP Version Not Supported",
            _ => "Error",
        };
}
