#nullable enable
using Common.Abstractions;
using NodaTime;

namespace Inventory.Incubator.Web;

/// <summary>How requests are taken.</summary>
[ConfigSection("Common:Web")]
[Reloadable]
public sealed partial class WebOptions
{
    /// <summary>How long one request may take, if its sender allows more or says nothing.</summary>
    /// <value>From 100 milliseconds to 1 day, both included. The default is 1 minute.</value>
    /// <remarks>Then <c>HttpContext.RequestAborted</c> and what handlers bind as their CancellationToken is cancelled, and the answer is 504.</remarks>
    [Limits("00:00:00.1", "1.00:00:00")]
    public Duration RequestLimit { get; init; } = Duration.FromMinutes(1);
}
