using System.Reflection;

namespace Tour.Stage;

/// <summary>Says where the build put the services: the project file embeds the paths, from the root of the repository.</summary>
internal static class BuiltServices
{
    public static string Orders { get; } = Find("Orders");

    public static string Inventory { get; } = Find("Inventory");

    private static string Find(string service)
    {
        var path = typeof(BuiltServices)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "Service:" + service)
            .Value!;
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Common.sln")))
            {
                return Path.GetFullPath(Path.Combine(folder.FullName, path));
            }
        }

        throw new InvalidOperationException(
            $"{AppContext.BaseDirectory} is not below a folder with Common.sln; run the Tour from where it was built."
        );
    }
}
