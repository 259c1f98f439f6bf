using Common.Config;
using Common.Exceptions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inventory;

/// <summary>What Inventory offers.</summary>
internal sealed class StockEndpoints(
    StockStore store,
    Live<ReservationOptions> limits,
    ILogger<StockEndpoints> logger
)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stock/{sku}", (string sku, StockEndpoints stock) => stock.Get(sku));
        routes.MapPut(
            "/reservations/{orderId:guid}",
            (Guid orderId, Reservation reservation, StockEndpoints stock) =>
                stock.Reserve(orderId, reservation)
        );
    }

    private Ok<StockLevel> Get(string sku) =>
        TypedResults.Ok(
            new StockLevel(sku, store.Available(sku) ?? throw StockErrors.UnknownSku(sku))
        );

    private Ok<StockLevel> Reserve(Guid orderId, Reservation reservation)
    {
        var (sku, quantity) = Check(reservation);
        var left = store.Reserve(orderId, sku, quantity);
        logger.StockReserved(orderId, sku, quantity, left);
        return TypedResults.Ok(new StockLevel(sku, left));
    }

    private (string Sku, int Quantity) Check(Reservation reservation)
    {
        List<FieldError> errors = [];
        if (string.IsNullOrWhiteSpace(reservation.Sku))
        {
            errors.Add(new("/sku", "field.required", "A reservation names its article."));
        }

        if (reservation.Quantity is not >= 1)
        {
            errors.Add(new("/quantity", "field.range", "A reservation is for 1 piece or more."));
        }

        if (errors.Count > 0)
        {
            throw StockErrors.Invalid(errors);
        }

        var limit = limits.Current.MaxQuantity;
        return reservation.Quantity <= limit
            ? (reservation.Sku!, reservation.Quantity.Value)
            : throw StockErrors.TooLarge(limit);
    }
}
