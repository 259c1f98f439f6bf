using System.Diagnostics;

namespace Common.Context.Internal;

/// <summary>What the platform's sending handlers would do by themselves, and what we do in their place.</summary>
internal static class PrimaryHandler
{
    /// <summary>Has the platform write the span of its call only, to hosts that may have it, and follow no redirects.</summary>
    /// <returns>How many redirects the handler would have followed.</returns>
    public static int TakeOver(HttpMessageHandler primary, DistributedContextPropagator propagator)
    {
        while (primary is DelegatingHandler { InnerHandler: { } inner })
        {
            primary = inner;
        }

        switch (primary)
        {
            case SocketsHttpHandler sockets:
                // A service that switched the platform's spans off has them off.
                if (sockets.ActivityHeadersPropagator is not null)
                {
                    sockets.ActivityHeadersPropagator = propagator;
                }

                if (!sockets.AllowAutoRedirect)
                {
                    return 0;
                }

                sockets.AllowAutoRedirect = false;
                return sockets.MaxAutomaticRedirections;
            case HttpClientHandler { AllowAutoRedirect: true } client:
                client.AllowAutoRedirect = false;
                return client.MaxAutomaticRedirections;
            default:
                return 0;
        }
    }
}
