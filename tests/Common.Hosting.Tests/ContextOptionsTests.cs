using Common.Config;
using Microsoft.Extensions.Hosting;

namespace Common.Hosting.Tests;

/// <summary>Policies of trust and egress are checked before a host starts.</summary>
public sealed class ContextOptionsTests
{
    [Fact]
    public async Task A_wrong_policy_stops_the_start_with_key_place_and_rule()
    {
        var folder = Directory.CreateTempSubdirectory("common-hosting-");
        try
        {
            var file = Path.Combine(folder.FullName, "appsettings.json");
            await File.WriteAllTextAsync(
                file,
                """
                {
                  "Common": {
                    "Context": {
                      "Trust": {
                        "Networks": ["10.0.0.0/8", "10.0.0.1/8"],
                        "Identity": "perhaps"
                      },
                      "Egress": {
                        "Hosts": ["https://inventory"],
                        "TraceToOther": true
                      }
                    }
                  }
                }
                """,
                TestContext.Current.CancellationToken
            );
            var builder = Host.CreateEmptyApplicationBuilder(
                new HostApplicationBuilderSettings
                {
                    ApplicationName = "SomeService",
                    ContentRootPath = folder.FullName,
                }
            );
            Microsoft.Extensions.Configuration.JsonConfigurationExtensions.AddJsonFile(
                builder.Configuration,
                file
            );
            builder.AddCommon("orders");
            // The first that reads an option finds them all.
            var exception = await Assert.ThrowsAsync<ConfigException>(async () =>
            {
                using var host = builder.Build();
                await host.StartAsync(TestContext.Current.CancellationToken);
            });

            Assert.Equal(
                [
                    $"{file}:5: Common:Context:Trust:Networks:1 is \"10.0.0.1/8\"; it must be an address, or a network in CIDR notation whose bits beyond the prefix are zero, such as 10.0.0.0/8.",
                    $"{file}:6: Common:Context:Trust:Identity is \"perhaps\"; it must be true or false.",
                    $"{file}:9: Common:Context:Egress:Hosts:0 is \"https://inventory\"; it must be a name or an address without scheme and port, or '*.' and a domain with at least two levels.",
                    $"{file}:10: Common:Context:Egress:TraceToOther is no known key; did you mean Common:Context:Egress:TraceToOthers? Common:Config:UnknownKeys=Warn or Common:Config:AllowedUnknownKeys lets it stand.",
                ],
                exception.Errors.Select(e => e.ToString())
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
