using System.Runtime.InteropServices;

namespace Tour.Stage;

/// <summary>Finds the `dotnet` that runs the Tour, so that the services run on the same one.</summary>
internal static class DotNetHost
{
    public static string Path { get; } =
        System.IO.Path.GetFullPath(
            System.IO.Path.Combine(
                RuntimeEnvironment.GetRuntimeDirectory(), // <root>/shared/Microsoft.NETCore.App/<version>/
                "../../..",
                OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"
            )
        );
}
