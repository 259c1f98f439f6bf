using System.Text.Json;
using Inventory;
using Inventory.Incubator.Web;
using Microsoft.Data.Sqlite;

var builder = WebApplication.CreateBuilder(args);
builder.AddCommon("inventory");
builder.AddCommonWeb();
builder.Services.AddCommonExceptions(map => map.Add<SqliteException>(StorageErrors.Map));
builder.Services.ConfigureHttpJsonOptions(json =>
{
    json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
    json.SerializerOptions.TypeInfoResolverChain.Insert(0, InventoryJson.Default);
});
builder.Services.AddSingleton<StockStore>();
builder.Services.AddTransient<StockEndpoints>();

var app = builder.Build();
StockEndpoints.Map(app);
app.Run();
