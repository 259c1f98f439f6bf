using Common.Logging.Internal;

namespace Common.Config.Internal;

/// <summary>Masks what looks like a secret in an option that was not declared as one, by the table and with the masker of the log.</summary>
internal static class ValueMask
{
    /// <summary>Gives a value without its secrets.</summary>
    /// <param name="key">The whole key.</param>
    /// <param name="value">The value.</param>
    public static string Apply(string key, string value) =>
        NamesSecret(key) ? Secret.Mask : SecretMask.Apply(value);

    /// <summary>Says whether a key is named like a secret, or lies in a list or a dictionary that is: <c>ConnectionStrings:Main</c>.</summary>
    public static bool NamesSecret(string key)
    {
        var rest = key.AsSpan();
        var name = TakeLast(ref rest);
        while (IsNumber(name) && rest.Length > 0)
        {
            name = TakeLast(ref rest);
        }

        return SecretNames.Contains(name) || NamesSecrets(name) || NamesSecrets(TakeLast(ref rest));
    }

    private static bool NamesSecrets(ReadOnlySpan<char> name) =>
        name.Length > 1 && name[^1] is 's' or 'S' && SecretNames.Contains(name[..^1]);

    private static bool IsNumber(ReadOnlySpan<char> name) =>
        name.Length > 0 && !name.ContainsAnyExceptInRange('0', '9');

    private static ReadOnlySpan<char> TakeLast(ref ReadOnlySpan<char> key)
    {
        var colon = key.LastIndexOf(':');
        var name = key[(colon + 1)..];
        key = colon < 0 ? default : key[..colon];
        return name;
    }
}
