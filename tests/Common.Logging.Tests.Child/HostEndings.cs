using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Common.Logging.Tests.Child;

/// <summary>The ways in which a service ends that has a host.</summary>
internal static class HostEndings
{
    public static void Run(string ending, long count)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.AddCommon("child");
        builder.Services.AddSingleton(new WorkPlan(ending, count));
        builder.Services.AddHostedService<Work>();
        if (ending == "host-ignore")
        {
            builder.Services.Configure<HostOptions>(options =>
                options.BackgroundServiceExceptionBehavior =
                    BackgroundServiceExceptionBehavior.Ignore
            );
        }

        if (ending == "host-throw-twice")
        {
            builder.Services.AddHostedService<StubbornWork>();
        }

        if (ending == "host-start-fails")
        {
            builder.Services.AddHostedService<FailingStart>();
        }

        builder.Build().Run();
    }
}
