namespace Common.Analyzers.Errors;

/// <summary>The names and statuses of error kinds, by number. A test compares them with the enumeration.</summary>
internal static class KindNumbers
{
    private static readonly string[] Names =
    [
        "",
        "Cancelled",
        "Unknown",
        "InvalidArgument",
        "DeadlineExceeded",
        "NotFound",
        "AlreadyExists",
        "PermissionDenied",
        "ResourceExhausted",
        "FailedPrecondition",
        "Aborted",
        "OutOfRange",
        "Unimplemented",
        "Internal",
        "Unavailable",
        "DataLoss",
        "Unauthenticated",
    ];

    private static readonly int[] Statuses =
    [
        0,
        499,
        500,
        400,
        504,
        404,
        409,
        403,
        429,
        400,
        409,
        400,
        501,
        500,
        503,
        500,
        401,
    ];

    public static bool IsDeclared(int kind) => kind > 0 && kind < Names.Length;

    public static string Name(int kind) => Names[kind];

    public static int Status(int kind) => Statuses[kind];
}
