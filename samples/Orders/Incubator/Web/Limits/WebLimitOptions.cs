#nullable enable
using System.ComponentModel.DataAnnotations;
using Common.Abstractions;
using Common.Config;
using NodaTime;

namespace Orders.Incubator.Web;

/// <summary>How much a caller may ask of the service. What is over a limit is refused before it costs much.</summary>
[ConfigSection("Common:Web:Limits")]
public sealed partial class WebLimitOptions
{
    /// <summary>How large the body of a request may be.</summary>
    /// <value>From 1 byte to 1 GiB, both included. The default is 30 MB, the platform's own. What is larger is answered 413.</value>
    /// <remarks>An endpoint may have another limit of its own: <c>[RequestSizeLimit]</c>.</remarks>
    [Limits("1B", "1GiB")]
    public ByteSize Body { get; init; } = new(30_000_000);

    /// <summary>How long the request line may be.</summary>
    /// <value>From 256 bytes to 64 KiB, both included. The default is 8 KiB. What is longer is answered 414.</value>
    [Limits("256B", "64KiB")]
    public ByteSize RequestLine { get; init; } = ByteSize.FromKibibytes(8);

    /// <summary>How large all headers of a request may be together.</summary>
    /// <value>From 1 KiB to 1 MiB, both included. The default is 32 KiB. What is larger is answered 431.</value>
    [Limits("1KiB", "1MiB")]
    public ByteSize Headers { get; init; } = ByteSize.FromKibibytes(32);

    /// <summary>How many headers a request may have.</summary>
    /// <value>From 10 to 1,000, both included. The default is 100. What has more is answered 431.</value>
    [Range(10, 1000)]
    public int HeaderCount { get; init; } = 100;

    /// <summary>How long the headers of a request may take to arrive.</summary>
    /// <value>From 1 second to 10 minutes, both included. The default is 30 seconds. What is slower is answered 408.</value>
    [Limits("00:00:01", "00:10:00")]
    public Duration HeadersTime { get; init; } = Duration.FromSeconds(30);

    /// <summary>How long a connection may be idle before it is closed.</summary>
    /// <value>From 1 second to 1 hour, both included. The default is 130 seconds.</value>
    /// <remarks>Longer than that of the load balancer in front, or it sends requests into a closed connection.</remarks>
    [Limits("00:00:01", "01:00:00")]
    public Duration KeepAlive { get; init; } = Duration.FromSeconds(130);

    /// <summary>How many connections may be open at once.</summary>
    /// <value>From 1 to 1,000,000, both included. The default is 100,000. What comes then is closed unanswered.</value>
    [Range(1, 1_000_000)]
    public int Connections { get; init; } = 100_000;

    /// <summary>How many requests may be worked on at once.</summary>
    /// <value>From 1 to 1,000,000, both included. The default is 10,000. What comes then is answered 503, with the advice to wait a second.</value>
    [Range(1, 1_000_000)]
    [Reloadable]
    public int Requests { get; init; } = 10_000;
}
