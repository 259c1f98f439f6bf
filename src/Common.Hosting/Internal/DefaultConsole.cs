using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Hosting.Internal;

/// <summary>Takes the console provider out that a host registers by default, and nothing else.</summary>
internal static class DefaultConsole
{
    // By name: nothing else of the console is needed here.
    private const string Provider = "Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider";

    public static void Remove(IServiceCollection services)
    {
        for (var i = services.Count - 1; i >= 0; i--)
        {
            var descriptor = services[i];
            if (
                !descriptor.IsKeyedService
                && descriptor.ServiceType == typeof(ILoggerProvider)
                && descriptor.ImplementationType?.FullName == Provider
            )
            {
                services.RemoveAt(i);
            }
        }
    }
}
