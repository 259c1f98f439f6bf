using System;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Common.Incubator.Web.Tests;

/// <summary>Sends bytes to a service as they are, and reads what comes back until the service closes the connection.</summary>
internal static class RawExchange
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task<RawAnswer> SendAsync(Uri address, string request) =>
        SendAsync(address, Encoding.Latin1.GetBytes(request));

    public static async Task<RawAnswer> SendAsync(Uri address, ReadOnlyMemory<byte> request)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(request, patience.Token);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // The service closed while bytes of ours were still under way; what it said is in the answer.
        }

        return RawAnswer.Parse(Encoding.UTF8.GetString(answer.ToArray()));
    }
}
