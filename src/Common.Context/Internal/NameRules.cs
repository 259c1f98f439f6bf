using System.Collections.Immutable;
using System.Text;

namespace Common.Context.Internal;

/// <summary>How long names and roles may be, so that whatever a context holds can travel.</summary>
internal static class NameRules
{
    /// <summary>How many bytes of UTF-8 a name may have.</summary>
    public const int MaxBytes = 512;

    /// <summary>How many roles there may be.</summary>
    public const int MaxRoles = 64;

    /// <summary>How many bytes of UTF-8 all roles may have together.</summary>
    public const int MaxRoleBytes = 4096;

    private const int BytesOfCharacter = 3; // at most, in UTF-8

    public static bool IsName(string name) =>
        name.Length <= MaxBytes / BytesOfCharacter || Encoding.UTF8.GetByteCount(name) <= MaxBytes;

    public static bool AreRoles(ImmutableArray<string> roles)
    {
        if (roles.Length > MaxRoles)
        {
            return false;
        }

        var bytes = 0;
        foreach (var role in roles)
        {
            if (string.IsNullOrEmpty(role) || !IsName(role))
            {
                return false;
            }

            bytes += Encoding.UTF8.GetByteCount(role);
        }

        return bytes <= MaxRoleBytes;
    }

    public static string? Check(string? name, string parameter) =>
        string.IsNullOrEmpty(name) ? null
        : IsName(name) ? name
        : throw TooLong(name, parameter);

    public static ImmutableArray<string> Check(ImmutableArray<string> roles, string parameter) =>
        roles.IsDefaultOrEmpty ? []
        : AreRoles(roles) ? roles
        : throw new ArgumentException(
            $"There are at most {MaxRoles} roles, none of them empty, with at most {MaxBytes} bytes of UTF-8 each and {MaxRoleBytes} together.",
            parameter
        );

    private static ArgumentException TooLong(string name, string parameter) =>
        new(
            $"A name has at most {MaxBytes} bytes of UTF-8; this one has {Encoding.UTF8.GetByteCount(name)}.",
            parameter
        );
}
