using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Common.Context;
using Common.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Common.Incubator.Web.Tests;

/// <summary>One request asks for details, and gets them from every service that it reaches.</summary>
public sealed class VerboseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("common-verbose").FullName;

    [Fact]
    public async Task Details_of_one_request_are_logged_in_both_services()
    {
        await using (var back = await StartAsync("back", _ => Task.CompletedTask))
        await using (
            var front = await StartAsync(
                "front",
                async clients =>
                {
                    using var client = clients.CreateClient("back");
                    await client.GetStringAsync(new Uri(back.Address, "/work"));
                }
            )
        )
        {
            await AskAsync(front, verbose: null);
            await AskAsync(front, verbose: "1");
            await AskAsync(front, verbose: "0");
        }

        var atFront = Assert.Single(Details("front"));
        var atBack = Assert.Single(Details("back"));
        Assert.Equal("DEBUG", atFront.SeverityText);
        Assert.Equal(atFront.GlobalRequestId, atBack.GlobalRequestId);
        Assert.NotEqual(atFront.RequestId, atBack.RequestId);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<TestService> StartAsync(string name, Func<IHttpClientFactory, Task> work) =>
        TestService.StartAsync(
            app =>
                app.MapGet(
                    "/work",
                    async (IHttpClientFactory clients, ILogger<VerboseTests> logger) =>
                    {
                        logger.DetailSeen();
                        await work(clients);
                        return "done";
                    }
                ),
            builder =>
            {
                builder.Services.AddHttpClient("back");
                builder.Logging.AddCommonLogging();
            },
            arguments:
            [
                "--Common:Context:Trust:Networks:0=127.0.0.1",
                "--Common:Context:Egress:Hosts:0=127.0.0.1",
                "--Logging:LogLevel:Default=Information",
                "--Common:Logging:Format=Json",
                "--Common:Logging:Output=File",
                "--Common:Logging:File:Path=" + PathOf(name),
            ]
        );

    private static async Task AskAsync(TestService service, string? verbose)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/work");
        if (verbose is not null)
        {
            request.Headers.Add(ContextHeaders.Verbose, verbose);
        }

        using var answer = await service.Client.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        Assert.True(answer.IsSuccessStatusCode);
    }

    private List<LogRecord> Details(string name) =>
        [
            .. LogRecordReader
                .ReadAll(File.ReadAllLines(PathOf(name)))
                .Where(record => record.EventName == "detail.seen"),
        ];

    private string PathOf(string name) => Path.Combine(_folder, name + ".log");
}
