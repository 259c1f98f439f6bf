using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Tests.Child;

/// <summary>A program that logs and ends, in the way that its first argument names; the second says after how many records.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var count = long.Parse(arguments[1], System.Globalization.CultureInfo.InvariantCulture);
        if (arguments[0].StartsWith("host-", StringComparison.Ordinal))
        {
            HostEndings.Run(arguments[0], count);
            return Environment.ExitCode;
        }

        if (arguments[0].StartsWith("emergency", StringComparison.Ordinal))
        {
            EmergencyEndings.Run(
                arguments[0],
                new ConfigurationBuilder().AddEnvironmentVariables()
            );
            return Endings.ReturnCode;
        }

        // Never disposed: what is tested is that nobody has to.
        var logger = Services().GetRequiredService<ILoggerFactory>().CreateLogger("Child");
        for (var step = 0L; step < count; step++)
        {
            logger.StepCompleted(flow: 0, step);
        }

        Endings.Run(arguments[0], logger);
        return Endings.ReturnCode;
    }

    public static ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var services = new ServiceCollection();
        services.AddCommonTime();
        services.AddCommonConfig(configuration, "Common.Logging.Tests.Child");
        services.AddMetrics();
        services.AddLogging(logging =>
            logging
                .AddConfiguration(configuration.GetSection("Logging"))
                .AddCommonLogging(ServiceIdentity.Create("child"))
        );
        return services.BuildServiceProvider();
    }
}
