#nullable enable
using System;
using Common.Context;
using Microsoft.AspNetCore.Http;

namespace Inventory.Incubator.Web;

/// <summary>Lets a stage say more of a request than its headers did.</summary>
public static class RequestContextExtensions
{
    /// <summary>Puts another context in place of the request's: for all that comes after the stage, and for the terminal record.</summary>
    /// <param name="http">The request.</param>
    /// <param name="context">What it is known as from now on: a <c>with</c> copy of <c>RequestContext.Current</c>.</param>
    /// <returns>Goes back to the context of before when it is disposed of; the terminal record keeps the new one.</returns>
    public static ContextScope EnterContext(this HttpContext http, RequestContext context)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(context);
        http.Features.Set(context);
        return context.Enter();
    }
}
