using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Orders;
using Orders.Incubator.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddCommon("orders");
builder.AddCommonWeb();
builder.Services.AddCommonExceptions(map => map.Add<SqliteException>(StorageErrors.Map));
builder.Services.ConfigureHttpJsonOptions(json =>
{
    json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
    json.SerializerOptions.TypeInfoResolverChain.Insert(0, OrdersJson.Default);
});
builder.Services.AddSingleton<OrderStore>();
builder.Services.AddTransient<OrderEndpoints>();
builder
    .Services.AddHttpClient<InventoryClient>(
        (services, http) =>
            http.BaseAddress = services
                .GetRequiredService<IOptions<InventoryOptions>>()
                .Value.Address
    )
    .AddCommonResilience();

var app = builder.Build();
OrderEndpoints.Map(app);
app.Run();
