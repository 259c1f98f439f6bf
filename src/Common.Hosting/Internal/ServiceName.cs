using System.Buffers;

namespace Common.Hosting.Internal;

/// <summary>The form of a service's name: that of a DNS label, so that it fits wherever it is used.</summary>
internal static class ServiceName
{
    /// <summary>The greatest length of a name (RFC 1035, section 2.3.4).</summary>
    public const int MaxLength = 63;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789-"
    );

    public static void ThrowIfInvalid(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        if (service.Length is 0 or > MaxLength || service.AsSpan().ContainsAnyExcept(Allowed))
        {
            throw new ArgumentException(
                service.Length > MaxLength
                    ? $"The name of a service has from 1 to {MaxLength} characters; this one has {service.Length}."
                    : $"The name of a service is lower-case letters, digits and '-', such as 'orders'; it is '{service}'.",
                nameof(service)
            );
        }
    }
}
