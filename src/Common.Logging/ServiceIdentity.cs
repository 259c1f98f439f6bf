using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;

namespace Common.Logging;

/// <summary>Names the service that writes a log record.</summary>
/// <param name="Service">The name of the service, such as <c>orders</c>.</param>
/// <param name="Version">The version of the service, or <see langword="null"/> if it is not known.</param>
/// <param name="Instance">A short ID of the process.</param>
/// <param name="Host">The name of the machine.</param>
/// <param name="Environment">The environment, such as <c>prod</c>, or <see langword="null"/> if it is not known.</param>
public sealed record ServiceIdentity(
    string Service,
    string? Version,
    string Instance,
    string Host,
    string? Environment
)
{
    /// <summary>Makes the identity of this process.</summary>
    /// <param name="service">The name of the service.</param>
    /// <param name="environment">The environment, or <see langword="null"/>, the default.</param>
    /// <returns>An identity with the version of the executable, a fresh instance ID of four hexadecimal digits, the first of them a letter, and this machine's name.</returns>
    /// <exception cref="ArgumentException"><paramref name="service"/> is <see langword="null"/> or empty.</exception>
    public static ServiceIdentity Create(string service, string? environment = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(service);
        return new ServiceIdentity(
            service,
            ReadVersion(),
            RandomNumberGenerator
                .GetInt32(0xa000, 0x10000)
                .ToString("x4", CultureInfo.InvariantCulture),
            System.Environment.MachineName,
            environment
        );
    }

    private static string? ReadVersion()
    {
        var version = Assembly
            .GetEntryAssembly()
            ?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion;
        return version?.Split('+')[0];
    }
}
