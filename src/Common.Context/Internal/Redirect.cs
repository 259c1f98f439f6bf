using System.Net;

namespace Common.Context.Internal;

/// <summary>Turns a request into the one that its answer redirects to (RFC 9110, section 15.4).</summary>
internal static class Redirect
{
    public static bool TryFollow(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (
            !IsRedirect(response.StatusCode)
            || request.RequestUri is not { } from
            || response.Headers.Location is not { } location
        )
        {
            return false;
        }

        var to = location.IsAbsoluteUri ? location : new Uri(from, location);
        if (!IsWeb(to) || (from.Scheme == Uri.UriSchemeHttps && to.Scheme == Uri.UriSchemeHttp))
        {
            return false; // never from a secure connection to one that is not
        }

        request.RequestUri =
            to.Fragment.Length == 0 && from.Fragment.Length != 0
                ? new UriBuilder(to) { Fragment = from.Fragment }.Uri
                : to;
        if (BecomesGet(response.StatusCode, request.Method))
        {
            request.Method = HttpMethod.Get;
            request.Content = null;
            request.Headers.TransferEncodingChunked = null;
        }

        // Credentials and context were meant for the host before.
        request.Headers.Authorization = null;
        foreach (var name in ContextHeaders.All)
        {
            request.Headers.Remove(name);
        }

        return true;
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status
            is HttpStatusCode.MultipleChoices
                or HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;

    private static bool IsWeb(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;

    private static bool BecomesGet(HttpStatusCode status, HttpMethod method) =>
        status switch
        {
            HttpStatusCode.SeeOther => method != HttpMethod.Get && method != HttpMethod.Head,
            HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect => false,
            _ => method == HttpMethod.Post,
        };
}
