using Common.Abstractions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Relay;

/// <summary>What the service offers: failures of every sort, its own and those of the next service.</summary>
internal static class Endpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/fine", () => "fine");
        routes.MapGet("/errors/{kind}", string (ErrorKind kind) => throw KindErrors.Of(kind));
        routes.MapGet("/defects/{name}", string (string name) => throw Defects.Of(name));
        routes.MapGet(
            "/forward/{**path}",
            (string path, NextService next, CancellationToken cancellationToken) =>
                next.ForwardAsync(path, cancellationToken)
        );
        routes.MapGet(
            "/keep/{**path}",
            (string path, NextService next, CancellationToken cancellationToken) =>
                next.KeepAsync(path, cancellationToken)
        );
        routes.MapPost(
            "/work",
            (Work work, CancellationToken cancellationToken) => work.DoAsync(cancellationToken)
        );
    }
}
