using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Tests.Child;

/// <summary>Processes that log one record without a host's logging.</summary>
internal static class EmergencyEndings
{
    public static void Run(string ending, IConfigurationBuilder configuration)
    {
        if (ending == "emergency-unreadable")
        {
            configuration.Add(new UnreadableSource());
        }

        CommonLoggerProvider? provider = null;
        if (ending == "emergency-after-end")
        {
            using var services = Program.Services();
            provider = services
                .GetServices<ILoggerProvider>()
                .OfType<CommonLoggerProvider>()
                .Single();
        }

        using var log = EmergencyLog.Open(
            configuration.Build(),
            ServiceIdentity.Create("child"),
            provider
        );
        log.Logger.ChildDied(new InvalidOperationException("It is broken."));
    }
}
