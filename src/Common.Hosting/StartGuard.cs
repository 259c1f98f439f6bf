using System.ComponentModel;
using System.Reflection;
using Common.Hosting.Internal;
using Common.Logging;

namespace Common.Hosting;

/// <summary>Watches over a service from the first instruction of its executable until <c>AddCommon</c> takes over. Called by generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StartGuard
{
    /// <summary>Sees to it that an exception before <c>AddCommon</c> is one Fatal record and an exit code, as it is afterwards.</summary>
    /// <param name="executable">The assembly that was started; nothing happens if another one was, such as a test runner.</param>
    public static void Watch(Assembly executable)
    {
        if (executable == Assembly.GetEntryAssembly())
        {
            AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
        }
    }

    internal static void StandDown() => AppDomain.CurrentDomain.UnhandledException -= OnUnhandled;

    private static void OnUnhandled(object sender, UnhandledExceptionEventArgs e)
    {
#pragma warning disable CA1308 // the names of services are lower case
        var service = Assembly.GetEntryAssembly()?.GetName().Name?.ToLowerInvariant();
#pragma warning restore CA1308
        FatalEnd.End(
            EarlySettings.Read(),
            ServiceIdentity.Create(service ?? "unnamed"),
            e.ExceptionObject,
            hasStarted: false
        );
    }
}
