using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TraceContextChecks;

/// <summary>Sends header lines byte by byte as they are given, which no client library does.</summary>
internal static class Wire
{
    /// <summary>Posts a body and gives the first line of the answer.</summary>
    public static async Task<string> PostAsync(
        Uri address,
        IEnumerable<string> headers,
        string body,
        CancellationToken cancellationToken
    )
    {
        var request = new StringBuilder(
            string.Create(
                CultureInfo.InvariantCulture,
                $"POST {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n"
            )
        );
        foreach (var header in headers)
        {
            request.Append(header).Append("\r\n");
        }

        request.Append("\r\n").Append(body);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request.ToString()), cancellationToken);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(cancellationToken);
        return answer.Split("\r\n")[0];
    }
}
