using Microsoft.Extensions.Hosting;

namespace Common.Hosting.Tests;

/// <summary>Builders of hosts that read no files and no environment.</summary>
internal static class TestHost
{
    public static HostApplicationBuilder CreateBuilder() =>
        new(
            new HostApplicationBuilderSettings
            {
                ApplicationName = "SomeService", // not this process, so that nothing of it is taken over
                DisableDefaults = true,
                EnvironmentName = "test",
            }
        );

    public static HostApplicationBuilder CreateDefaultBuilder() =>
        new(
            new HostApplicationBuilderSettings
            {
                ApplicationName = "SomeService",
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = "test",
            }
        );
}
