using System.Reflection;

namespace Common.Hosting.Internal;

/// <summary>Reads the version that an assembly was built as, without the commit after <c>+</c>.</summary>
internal static class AssemblyVersion
{
    public static string Of(Assembly assembly) =>
        assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? assembly.GetName().Version?.ToString()
        ?? "0.0.0";
}
