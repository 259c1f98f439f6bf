#nullable enable
using System;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Orders.Incubator.Web;

/// <summary>Puts the boundary in front of everything that the service or the platform adds to the pipeline.</summary>
internal sealed class RequestBoundaryFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.UseMiddleware<RequestBoundary>();
            next(app);
        };
}
