using System.Text.RegularExpressions;

namespace Common.Config.Internal;

/// <summary>Masks what looks like a secret in an option that was not declared as one.</summary>
internal static partial class SecretNames
{
    private static readonly string[] Names =
    [
        "password",
        "passwd",
        "pwd",
        "secret",
        "token",
        "apikey",
        "api_key",
        "accesskey",
        "privatekey",
        "credential",
        "connectionstring",
    ];

    public static string Mask(string key, string value) =>
        IsSecretName(key) ? Secret.Mask : MaskInside(value);

    public static bool IsSecretName(string key)
    {
        foreach (var name in Names)
        {
            if (key.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Masks the password of a connection string, and of the user in an address.</summary>
    private static string MaskInside(string value) =>
        Assignments().Replace(UserInfo().Replace(value, "${before}***@"), "${before}***");

    [GeneratedRegex(
        @"(?<before>(?:password|pwd|secret|token|accountkey|sharedaccesskey|api[_-]?key)\s*=\s*)(?:""[^""]*""|'[^']*'|[^;&\s]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Assignments();

    [GeneratedRegex(
        @"(?<before>://[^:/@\s]*:)[^@/\s]*@",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex UserInfo();
}
