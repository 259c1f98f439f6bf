#nullable enable
using System.Collections.Generic;
using Microsoft.AspNetCore.Builder;

namespace Orders.Incubator.Web;

/// <summary>The stages of this module.</summary>
public static class WebStages
{
    /// <summary>Answers the probes of the platform that runs the service: first, so that a probe leaves no record and waits for nothing.</summary>
    public const string Health = "health";

    /// <summary>The request's context, its IDs, problem documents and the terminal record. No service can do without it.</summary>
    public const string Boundary = "boundary";

    /// <summary>Compresses answers, other than those over TLS. Off by default.</summary>
    public const string Compression = "compression";

    /// <summary>Refuses requests when too many are being worked on.</summary>
    public const string Concurrency = "concurrency";

    internal static IEnumerable<WebStage> All { get; } =
    [
        // Under load a probe must not be refused, or whoever probes ends what is only busy.
        new(Health, app => app.UseMiddleware<HealthProbes>()) { Before = [Concurrency] },
        new(Boundary, app => app.UseMiddleware<RequestBoundary>()) { IsRequired = true },
        new(Compression, app => app.UseResponseCompression()) { After = [Boundary], IsOn = false },
        new(Concurrency, app => app.UseMiddleware<ConcurrencyLimit>()) { After = [Boundary] },
    ];
}
