using Common.Config;
using Common.Exceptions;
using Common.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace Orders;

/// <summary>What Orders offers.</summary>
internal sealed class OrderEndpoints(
    OrderStore store,
    InventoryClient inventory,
    Live<LimitOptions> limits,
    IClock clock,
    ILogger<OrderEndpoints> logger
)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(
            "/orders",
            (NewOrder order, OrderEndpoints orders, CancellationToken cancellationToken) =>
                orders.PlaceAsync(order, cancellationToken)
        );
        routes.MapGet("/orders/{id:guid}", (Guid id, OrderEndpoints orders) => orders.Get(id));
    }

    private async Task<Created<Order>> PlaceAsync(
        NewOrder draft,
        CancellationToken cancellationToken
    )
    {
        var (sku, quantity) = Check(draft);
        var order = new Order(
            Guid.CreateVersion7(),
            sku,
            quantity,
            Rfc3339.Format(clock.GetCurrentInstant())
        );
        await inventory.ReserveAsync(order.Id, new Reservation(sku, quantity), cancellationToken);
        store.Add(order);
        logger.OrderPlaced(order.Id, order.Sku, order.Quantity);
        return TypedResults.Created(new Uri($"/orders/{order.Id:D}", UriKind.Relative), order);
    }

    private Ok<Order> Get(Guid id) =>
        TypedResults.Ok(store.Find(id) ?? throw OrderErrors.NotFound(id));

    private (string Sku, int Quantity) Check(NewOrder draft)
    {
        var max = limits.Current.MaxQuantity;
        List<FieldError> errors = [];
        if (string.IsNullOrWhiteSpace(draft.Sku))
        {
            errors.Add(new("/sku", "field.required", "An order names the article that it is for."));
        }

        if (draft.Quantity is not { } quantity || quantity < 1 || quantity > max)
        {
            errors.Add(new("/quantity", "field.range", $"An order is for 1 to {max} pieces."));
        }

        return errors.Count == 0
            ? (draft.Sku!, draft.Quantity!.Value)
            : throw OrderErrors.Invalid(errors);
    }
}
