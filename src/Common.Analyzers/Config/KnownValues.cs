using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Config;

/// <summary>Gives the values of known types as they are written in the configuration: of their constants, their factories and their constructors.</summary>
internal static class KnownValues
{
    /// <summary>The value of a field or property; null for one that is not known.</summary>
    public static string? Of(ISymbol member) =>
        (member.ContainingType?.ToDisplayString() + "." + member.Name) switch
        {
            "System.TimeSpan.Zero" or "NodaTime.Duration.Zero" => "0s",
            "System.String.Empty" or "string.Empty" => string.Empty,
            "System.Guid.Empty" => "00000000-0000-0000-0000-000000000000",
            "System.Net.IPAddress.Loopback" => "127.0.0.1",
            "System.Net.IPAddress.Any" => "0.0.0.0",
            "System.Net.IPAddress.IPv6Loopback" => "::1",
            "System.Net.IPAddress.IPv6Any" => "::",
            "NodaTime.LocalTime.Midnight" => "00:00:00",
            "NodaTime.LocalTime.Noon" => "12:00:00",
            _ => null,
        };

    /// <summary>The value that a method or constructor gives for constant arguments; null for one that is not known.</summary>
    public static string? Of(IMethodSymbol method, IReadOnlyList<object> arguments)
    {
        var type = method.ContainingType.ToDisplayString();
        try
        {
            return method.MethodKind == MethodKind.Constructor ? Made(type, arguments)
                : arguments.Count == 1 ? Factory(type, method.Name, arguments[0])
                : null;
        }
        catch (OverflowException)
        {
            return null; // a number that no such value can be made of
        }
    }

    private static string? Made(string type, IReadOnlyList<object> arguments) =>
        (type, arguments.Count) switch
        {
            ("System.Uri" or "System.Version" or "System.Guid", 1) => arguments[0] as string,
            ("System.Text.RegularExpressions.Regex", 1) => arguments[0] as string,
            ("System.Version", > 1) => string.Join(".", arguments.Select(Number)),
            ("System.TimeSpan", 3) => Clock(arguments),
            ("NodaTime.LocalTime", 2) => Clock([.. arguments, 0]),
            ("NodaTime.LocalTime", 3) => Clock(arguments),
            ("NodaTime.LocalDate", 3) => Date(arguments),
            ("Common.Config.ByteSize", 1) => Number(arguments[0]) + "B",
            ("Common.Config.HostPort", 2) => HostPort(arguments),
            _ => null,
        };

    private static string? Factory(string type, string method, object argument) =>
        (type, method) switch
        {
            ("System.TimeSpan" or "NodaTime.Duration", _) => Unit(method) is { } unit
                ? Number(argument) + unit
                : null,
            ("NodaTime.Period", "FromYears") => $"P{Number(argument)}Y",
            ("NodaTime.Period", "FromMonths") => $"P{Number(argument)}M",
            ("NodaTime.Period", "FromWeeks") => $"P{Number(argument)}W",
            ("NodaTime.Period", "FromDays") => $"P{Number(argument)}D",
            ("Common.Config.ByteSize", "FromKibibytes") => Number(argument) + "KiB",
            ("Common.Config.ByteSize", "FromMebibytes") => Number(argument) + "MiB",
            (
                "System.Guid"
                    or "System.Version"
                    or "System.Net.IPAddress"
                    or "System.Net.IPNetwork",
                "Parse"
            ) => argument as string,
            _ => null,
        };

    private static string? Unit(string method) =>
        method switch
        {
            "FromNanoseconds" => "ns",
            "FromMicroseconds" => "us",
            "FromMilliseconds" => "ms",
            "FromSeconds" => "s",
            "FromMinutes" => "m",
            "FromHours" => "h",
            "FromDays" => "d",
            _ => null,
        };

    /// <summary>Hours, minutes and seconds, where they are those of a clock.</summary>
    private static string? Clock(IReadOnlyList<object> parts) =>
        parts
            is [
                int hours
                and >= 0
                and < 24,
                int minutes
                and >= 0
                and < 60,
                int seconds
                and >= 0
                and < 60,
            ]
            ? string.Format(
                CultureInfo.InvariantCulture,
                "{0:00}:{1:00}:{2:00}",
                hours,
                minutes,
                seconds
            )
            : null;

    private static string? Date(IReadOnlyList<object> parts) =>
        parts is [int year and > 0, int month, int day]
            ? string.Format(
                CultureInfo.InvariantCulture,
                "{0:0000}-{1:00}-{2:00}",
                year,
                month,
                day
            )
            : null;

    private static string? HostPort(IReadOnlyList<object> parts) =>
        parts is [string host, int port]
            ? (host.IndexOf(':') >= 0 ? $"[{host}]" : host) + ":" + Number(port)
            : null;

    private static string Number(object value) =>
        Convert
            .ToDecimal(value, CultureInfo.InvariantCulture)
            .ToString("0.#########", CultureInfo.InvariantCulture);
}
