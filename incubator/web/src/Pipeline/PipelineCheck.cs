using System.Collections.Generic;
using Microsoft.Extensions.Options;

namespace Common.Incubator.Web;

/// <summary>Stops the start where the configuration asks for an order of the stages that one of them does not allow.</summary>
internal sealed class PipelineCheck(IEnumerable<WebStage> stages)
    : IValidateOptions<PipelineOptions>
{
    public ValidateOptionsResult Validate(string? name, PipelineOptions options)
    {
        var faults = new StagePlan(stages, options.Stages).Faults;
        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults);
    }
}
