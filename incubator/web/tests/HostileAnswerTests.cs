using System;
using System.IO;
using System.IO.Compression;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Common.Abstractions;
using Common.Exceptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Common.Incubator.Web.Tests;

/// <summary>A dependency that answers with an error whose body has no end: the status is enough.</summary>
public sealed class HostileAnswerTests
{
    private static readonly byte[] Zeros = Compress(new byte[1_000_000]);

    private static Task<TestService> StartAsync() =>
        TestService.StartAsync(app =>
        {
            app.MapGet(
                "/plain",
                http => AnswerAsync(http, null, "{\"detail\":\"xxxxxxxxx"u8.ToArray())
            );
            app.MapGet("/gzip", http => AnswerAsync(http, "gzip", Zeros));
            app.MapGet(
                "/html",
                http => AnswerAsync(http, null, "<p>Not found"u8.ToArray(), "text/html")
            );
        });

    // It goes on until whoever asked has had enough.
    private static async Task AnswerAsync(
        HttpContext http,
        string? encoding,
        byte[] part,
        string type = ProblemDocument.MediaType
    )
    {
        http.Response.StatusCode = 404;
        http.Response.ContentType = type;
        if (encoding is not null)
        {
            http.Response.Headers.ContentEncoding = encoding;
        }

        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.Body.WriteAsync(part, http.RequestAborted);
        }
    }

    public static TheoryData<string, bool> Answers =>
        new()
        {
            { "/plain", true },
            { "/plain", false },
            { "/gzip", true }, // a thousand times as much as comes over the wire
            { "/gzip", false },
            { "/html", true },
            { "/html", false },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_error_without_an_end_is_an_error_of_its_status(
        string path,
        bool isResilient
    )
    {
        await using var service = await StartAsync();
        await using var services = Client(isResilient);
        using var client = services
            .GetRequiredService<IHttpClientFactory>()
            .CreateClient("hostile");

        var error = await Assert.ThrowsAsync<ServiceException>(() =>
            new Boundary("hostile").CallAsync(
                // Without the pipeline only the head is waited for, as whoever reads large answers does.
                token =>
                    client.GetAsync(
                        new Uri(service.Address, path),
                        HttpCompletionOption.ResponseHeadersRead,
                        token
                    ),
                TestContext.Current.CancellationToken
            )
        );

        var answer = Assert.IsType<ServiceException>(error.InnerException);
        Assert.Equal((ErrorKind.Internal, "dependency.failed"), (error.Kind, error.Code));
        Assert.Equal((ErrorKind.NotFound, "http.status_404"), (answer.Kind, answer.Code));
        Assert.Equal("Not Found.", answer.PublicMessage);
    }

    private static ServiceProvider Client(bool isResilient)
    {
        var services = new ServiceCollection();
        var builder = services
            .AddHttpClient("hostile")
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }
            );
        if (isResilient)
        {
            builder.AddCommonResilience();
        }

        return services.BuildServiceProvider();
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.SmallestSize))
        {
            gzip.Write(bytes);
        }

        return output.ToArray();
    }
}
