#nullable enable
using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Diagnostics;

namespace Orders.Incubator.Web;

/// <summary>
/// Hands an exception on to the boundary that the platform's developer page would answer: callers get the same problem
/// document in every environment.
/// </summary>
internal sealed class DeveloperPageBypass : IDeveloperPageExceptionFilter
{
    public Task HandleExceptionAsync(ErrorContext errorContext, Func<ErrorContext, Task> next)
    {
        errorContext.HttpContext.Features.Set(new CaughtException(errorContext.Exception));
        return Task.CompletedTask;
    }
}
