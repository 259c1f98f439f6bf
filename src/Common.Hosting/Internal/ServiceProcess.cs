using System.Reflection;
using Common.Logging;
using Microsoft.Extensions.Hosting;

namespace Common.Hosting.Internal;

/// <summary>What is known of the service and of the process that it runs in.</summary>
internal sealed class ServiceProcess
{
    private ServiceProcess(string service, Assembly? application)
    {
        Service = service;
        Application = application;
    }

    /// <summary>The name of the service.</summary>
    public string Service { get; }

    /// <summary>The assembly of the service, if the process is the service's own; else, as in a test, <see langword="null"/>.</summary>
    public Assembly? Application { get; }

    /// <summary>Whether the host has started.</summary>
    public bool HasStarted { get; set; }

    /// <summary>Whether background work that fails ends the service, and is told by us rather than by the host.</summary>
    public bool TellsOfBackgroundWork { get; set; }

    /// <summary>The exit code of a failure that is told already, if there was one.</summary>
    public int? FatalExitCode { get; set; }

    /// <summary>The provider that holds records which are not written yet, once there is one.</summary>
    public CommonLoggerProvider? Provider { get; set; }

    public static ServiceProcess Of(IHostApplicationBuilder builder, string service)
    {
        var entry = Assembly.GetEntryAssembly();
        var isOwn = entry?.GetName().Name == builder.Environment.ApplicationName;
        return new ServiceProcess(service, isOwn ? entry : null);
    }
}
