using System.Collections.Generic;
using Common.Abstractions;

namespace Common.Incubator.Web;

/// <summary>Which stages a request goes through before it reaches the service.</summary>
/// <remarks>An order that a stage does not allow stops the start.</remarks>
[ConfigSection("Common:Web:Pipeline")]
public sealed partial class PipelineOptions
{
    /// <summary>The stages that requests go through, the outermost first.</summary>
    /// <value>Names of stages, each at most once. Empty, by default: all stages that are on, in an order that each of them allows.</value>
    /// <remarks>A stage that is not named is left out. The module's own are <c>health</c>, <c>boundary</c>, <c>compression</c> and <c>concurrency</c>.</remarks>
    public IReadOnlyList<string> Stages { get; init; } = [];
}
