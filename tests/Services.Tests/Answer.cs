using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Common.Context;
using Common.Exceptions;

namespace Services.Tests;

/// <summary>An answer as it came over the wire: every byte of it, head and body.</summary>
internal sealed record Answer(string Text)
{
    private const string EndOfHead = "\r\n\r\n";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public int Status => int.Parse(Text.Split(' ')[1], CultureInfo.InvariantCulture);

    public string Body => Text[(Text.IndexOf(EndOfHead, StringComparison.Ordinal) + 4)..];

    public RequestId RequestId => RequestId.Parse(Header(ContextHeaders.RequestId)!);

    public RequestId GlobalRequestId => RequestId.Parse(Header(ContextHeaders.GlobalRequestId)!);

    /// <summary>The problem document that the answer is.</summary>
    public ProblemDocument Problem
    {
        get
        {
            Assert.Equal(ProblemDocument.MediaType, Header("Content-Type"));
            Assert.True(
                ProblemDocument.TryRead(Encoding.UTF8.GetBytes(Body), out var document),
                Text
            );
            return document;
        }
    }

    public string? Header(string name) =>
        Text[..Text.IndexOf(EndOfHead, StringComparison.Ordinal)]
            .Split("\r\n")
            .FirstOrDefault(line =>
                line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase)
            )
            ?[(name.Length + 2)..];

    /// <summary>Sends a request, such as <c>GET /fine</c>, and reads until the service closes the connection.</summary>
    public static async Task<Answer> OfAsync(
        Uri address,
        string request,
        params IEnumerable<string> headers
    )
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        var stream = client.GetStream();
        string[] lines =
        [
            $"{request} HTTP/1.1",
            "Host: relay",
            "Connection: close",
            "Content-Length: 0",
            .. headers,
        ];
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(string.Join("\r\n", lines) + EndOfHead),
            patience.Token
        );
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new Answer(await reader.ReadToEndAsync(patience.Token));
    }
}
