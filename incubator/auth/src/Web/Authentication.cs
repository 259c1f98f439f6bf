using System;
using System.Threading.Tasks;
using Common.Context;
using Common.Exceptions;
using Common.Incubator.Web;
using Microsoft.AspNetCore.Http;

namespace Common.Incubator.Auth;

/// <summary>Verifies the token of a request. Who shows one that is not believed is refused, and is not taken for nobody.</summary>
internal sealed class Authentication(RequestDelegate next, TokenVerifier verifier)
{
    private const string Scheme = "Bearer";

    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        Challenge(http.Response);
        var shown = http.Request.Headers.Authorization;
        if (shown.Count == 0)
        {
            await next(http).ConfigureAwait(false);
            return;
        }

        // Two headers could be read as one token by us and as the other by whoever stands in front.
        var token = shown.Count == 1 ? TokenOf(shown[0]) : null;
        var result = await verifier.VerifyAsync(token, http.RequestAborted).ConfigureAwait(false);
        var principal = result.Principal ?? throw Refuse(result.Fault);
        using var entered = http.EnterContext(
            principal.In(RequestContext.Current ?? new RequestContext())
        );
        await next(http).ConfigureAwait(false);
    }

    private static ServiceException Refuse(TokenFault fault) =>
        fault == TokenFault.Keys
            ? AuthErrors.KeysUnavailable()
            : AuthErrors.NotAuthenticated(fault);

    private static string? TokenOf(string? header) =>
        header is not null
        && header.Length > Scheme.Length
        && header[Scheme.Length] == ' '
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[(Scheme.Length + 1)..].Trim(' ')
            : null;

    // RFC 9110, 15.5.2: an answer 401 says how to sign in, whoever gives it.
    private static void Challenge(HttpResponse response) =>
        response.OnStarting(
            static state =>
            {
                var response = (HttpResponse)state;
                if (response.StatusCode == StatusCodes.Status401Unauthorized)
                {
                    response.Headers.WWWAuthenticate = Scheme;
                }

                return Task.CompletedTask;
            },
            response
        );
}
