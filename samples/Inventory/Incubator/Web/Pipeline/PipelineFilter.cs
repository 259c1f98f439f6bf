#nullable enable
using System;
using System.Collections.Generic;
using Common.Config;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Inventory.Incubator.Web;

/// <summary>Puts the stages in front of everything that the service or the platform adds to the pipeline.</summary>
internal sealed class PipelineFilter(IEnumerable<WebStage> stages, Live<PipelineOptions> options)
    : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            foreach (var stage in new StagePlan(stages, options.Current.Stages).Stages)
            {
                stage.Use(app);
            }

            next(app);
        };
}
