using System.Buffers;

namespace Common.Exceptions.Internal.Resilience;

/// <summary>Reads the body of an error within the time of the attempt, and no more of it than a problem document may have.</summary>
internal static class BoundedBody
{
    private const int Most = ProblemDocument.MaxLength + 1; // one more, so that it is known to be too long

    public static async Task BufferAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var body = response.Content;
        var buffer = ArrayPool<byte>.Shared.Rent(Most);
        try
        {
            var length = await ReadAsync(body, buffer, cancellationToken).ConfigureAwait(false);
            var kept = new ByteArrayContent(buffer.AsSpan(0, length).ToArray());
            response.Content = kept;
            CopyHeaders(body, kept);
            body.Dispose();
        }
        catch
        {
            response.Dispose();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // All but the length, which is that of what is kept; a 405 has its Allow there, and a 304 its Last-Modified.
    private static void CopyHeaders(HttpContent from, HttpContent to)
    {
        foreach (var (name, values) in from.Headers.NonValidated)
        {
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                _ = to.Headers.TryAddWithoutValidation(name, values);
            }
        }
    }

    private static async Task<int> ReadAsync(
        HttpContent body,
        byte[] buffer,
        CancellationToken cancellationToken
    )
    {
        var length = 0;
        try
        {
            var stream = await body.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                int read;
                while (
                    length < Most
                    && (
                        read = await stream
                            .ReadAsync(buffer.AsMemory(length, Most - length), cancellationToken)
                            .ConfigureAwait(false)
                    ) > 0
                )
                {
                    length += read;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // The body broke off. The status is known, and what was read of the body is kept.
        }

        return length;
    }
}
