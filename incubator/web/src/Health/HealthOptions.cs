using System.ComponentModel.DataAnnotations;
using Common.Abstractions;
using NodaTime;

namespace Common.Incubator.Web;

/// <summary>How the service tells those who run it how it is.</summary>
[ConfigSection("Common:Web:Health")]
public sealed partial class HealthOptions
{
    /// <summary>Where to ask whether the process answers at all; if not, it is to be started anew.</summary>
    /// <value>An absolute path. The default is <c>/health/live</c>.</value>
    [RegularExpression("^/[A-Za-z0-9/._-]*$")]
    public string LivePath { get; init; } = "/health/live";

    /// <summary>Where to ask whether the service can work; if not, it is to get no requests.</summary>
    /// <value>An absolute path. The default is <c>/health/ready</c>.</value>
    [RegularExpression("^/[A-Za-z0-9/._-]*$")]
    public string ReadyPath { get; init; } = "/health/ready";

    /// <summary>How often the health checks of the service are run.</summary>
    /// <value>From 100 milliseconds to 5 minutes, both included. The default is 10 seconds.</value>
    [Limits("00:00:00.1", "00:05:00")]
    public Duration Period { get; init; } = Duration.FromSeconds(10);

    /// <summary>How long the health checks may take together. Then the service counts as not ready.</summary>
    /// <value>From 100 milliseconds to 5 minutes, both included. The default is 5 seconds.</value>
    [Limits("00:00:00.1", "00:05:00")]
    public Duration Limit { get; init; } = Duration.FromSeconds(5);
}
