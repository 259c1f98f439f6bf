// A service that fails as its caller asks, and that asks a service like itself: tests start several and put them in a row.
using Common.Incubator.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Relay;

var builder = WebApplication.CreateBuilder(args);
builder.AddCommon("relay");
builder.AddCommonWeb();
builder.Services.AddHttpClient<NextService>().AddCommonResilience();
builder.Services.AddTransient<Work>();

var app = builder.Build();
Endpoints.Map(app);
app.Run();
