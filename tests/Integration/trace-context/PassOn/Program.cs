using System.Text;
using System.Text.Json;
using Common.Incubator.Web;
using PassOn;

// A service whose only job is to pass calls on. It says nothing about traces: that is the business of what it is built on.
var builder = WebApplication.CreateBuilder(args);
builder.AddCommon("passon");
builder.AddCommonWeb();
builder.Services.AddHttpClient("onward");

var app = builder.Build();
app.MapPost(
    "/test",
    async (HttpRequest request, IHttpClientFactory clients, CancellationToken cancellationToken) =>
    {
        var calls = await JsonSerializer.DeserializeAsync(
            request.Body,
            PassOnJson.Default.CallArray,
            cancellationToken
        );
        using var client = clients.CreateClient("onward");
        foreach (var call in calls ?? [])
        {
            using var content = new StringContent(
                call.Arguments.GetRawText(),
                Encoding.UTF8,
                "application/json"
            );
            using var answer = await client.PostAsync(call.Url, content, cancellationToken);
            answer.EnsureSuccessStatusCode();
        }

        return Results.Text("null", "application/json");
    }
);
app.Run();
