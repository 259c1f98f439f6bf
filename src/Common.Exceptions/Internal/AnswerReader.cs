using System.Buffers;
using System.Net.Http.Headers;

namespace Common.Exceptions.Internal;

/// <summary>Reads the error that an answer tells of, whatever its body is.</summary>
internal static class AnswerReader
{
    /// <summary>How long the body may take after the status has come; who answers slower is believed by the status alone.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(5);

    public static async Task<ServiceException> ReadAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var status = (int)response.StatusCode;
        var isIdempotent = Idempotency.IsSafeToRepeat(response.RequestMessage);
        var document = IsProblem(response.Content.Headers.ContentType)
            ? await ReadBodyAsync(response.Content, cancellationToken).ConfigureAwait(false)
            : null;
        var retryAfter = RetryAfterHeader.Read(response);
        document ??= new ProblemDocument();
        if (retryAfter is not null)
        {
            document = document.WithRetryAfter(retryAfter);
        }

        return document.ToException(status, isIdempotent);
    }

    private static bool IsProblem(MediaTypeHeaderValue? type) =>
        string.Equals(
            type?.MediaType,
            ProblemDocument.MediaType,
            StringComparison.OrdinalIgnoreCase
        );

    private static async Task<ProblemDocument?> ReadBodyAsync(
        HttpContent content,
        CancellationToken cancellationToken
    )
    {
        if (content.Headers.ContentLength > ProblemDocument.MaxLength)
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(MaxTime);
        var buffer = ArrayPool<byte>.Shared.Rent(ProblemDocument.MaxLength + 1);
        try
        {
            var stream = await content.ReadAsStreamAsync(limit.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var length = await stream
                    .ReadAtLeastAsync(
                        buffer.AsMemory(0, ProblemDocument.MaxLength + 1),
                        ProblemDocument.MaxLength + 1,
                        throwOnEndOfStream: false,
                        limit.Token
                    )
                    .ConfigureAwait(false);
                _ = ProblemDocument.TryRead(buffer.AsSpan(0, length), out var document);
                return document;
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            return null; // the body broke off; the status is known and says enough
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null; // the body did not come in time; the same
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
