using System.Collections;

namespace Tour.Stage;

/// <summary>The environment of the services: the Tour's own, without what would configure them by accident.</summary>
internal static class ServiceEnvironment
{
    private static readonly string[] Foreign =
    [
        "ASPNETCORE_",
        "COMMON__",
        "COMMON_",
        "INVENTORY__",
        "LOGGING__",
        "ORDERS__",
        "URLS",
        "HTTP_PORTS",
        "HTTPS_PORTS",
        "KESTREL__",
        "DOTNET_ENVIRONMENT",
    ];

    public static IEnumerable<KeyValuePair<string, string>> Inherited()
    {
        // The runtime's own sockets for debuggers would stay behind in the folder for temporary files when a process is killed.
        yield return new("DOTNET_EnableDiagnostics", "0");
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (
                variable.Value is string value
                && !Array.Exists(
                    Foreign,
                    f => name.StartsWith(f, StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                yield return new(name, value);
            }
        }
    }
}
