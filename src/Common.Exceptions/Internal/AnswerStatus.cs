using System.Globalization;
using Common.Abstractions;

namespace Common.Exceptions.Internal;

internal static class AnswerStatus
{
    /// <summary>The kind of an answer that is no success, whatever its number.</summary>
    public static ErrorKind ToKind(int status, bool isIdempotent) =>
        status is >= 400 and <= 599 ? ErrorKindExtensions.FromHttpStatus(status, isIdempotent)
        : isIdempotent ? ErrorKind.Internal
        : ErrorKind.Unknown;

    public static string ToCode(int status) =>
        string.Create(CultureInfo.InvariantCulture, $"http.status_{Math.Clamp(status, 0, 999)}");
}
