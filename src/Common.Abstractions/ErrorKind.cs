using System.Diagnostics.CodeAnalysis;

namespace Common.Abstractions;

/// <summary>Says what kind of failure an error is. The kind decides the status, the level and whether to try again.</summary>
/// <remarks>
/// The names and numbers are those of google.rpc.Code. A kind holds at the boundary where it arises: what a dependency
/// answered is not what our caller did. <see cref="ErrorKindExtensions"/> holds the table.
/// </remarks>
[SuppressMessage(
    "Design",
    "CA1008",
    Justification = "0 is OK in google.rpc.Code, which is no error."
)]
public enum ErrorKind
{
    /// <summary>The caller went away or gave up. HTTP 499.</summary>
    Cancelled = 1,

    /// <summary>The outcome is not known, as after a commit that timed out. HTTP 500; never retried by itself.</summary>
    Unknown = 2,

    /// <summary>The caller sent something that is wrong whatever the state of the service. HTTP 400.</summary>
    InvalidArgument = 3,

    /// <summary>Time was up. HTTP 504.</summary>
    DeadlineExceeded = 4,

    /// <summary>What was asked for does not exist. HTTP 404.</summary>
    NotFound = 5,

    /// <summary>What was to be made exists already. HTTP 409.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this. HTTP 403.</summary>
    PermissionDenied = 7,

    /// <summary>A quota or a capacity is used up. HTTP 429.</summary>
    ResourceExhausted = 8,

    /// <summary>The service is not in the state that the operation needs. HTTP 400.</summary>
    FailedPrecondition = 9,

    /// <summary>Another unit of work was in the way; the whole unit of work may be tried again. HTTP 409.</summary>
    Aborted = 10,

    /// <summary>Beyond a range that depends on the state, such as past the end. HTTP 400.</summary>
    OutOfRange = 11,

    /// <summary>The operation is not offered. HTTP 501.</summary>
    Unimplemented = 12,

    /// <summary>A defect of ours. HTTP 500.</summary>
    Internal = 13,

    /// <summary>The service cannot be reached or cannot work now. HTTP 503.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or corrupt for good. HTTP 500.</summary>
    DataLoss = 15,

    /// <summary>Nobody knows who the caller is. HTTP 401.</summary>
    Unauthenticated = 16,
}
