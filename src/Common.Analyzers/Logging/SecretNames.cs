namespace Common.Analyzers.Logging;

/// <summary>The table of names that say that a value is a secret. The provider masks by the same table; a test compares the two.</summary>
internal static class SecretNames
{
    /// <summary>A name is a secret's if its words, in snake_case, end with one of these.</summary>
    public static readonly string[] Table =
    [
        "password",
        "passwd",
        "pwd",
        "passphrase",
        "secret",
        "secret_key",
        "client_secret",
        "access_token",
        "refresh_token",
        "id_token",
        "auth_token",
        "bearer_token",
        "session_token",
        "api_token",
        "api_key",
        "apikey",
        "access_key",
        "private_key",
        "encryption_key",
        "signing_key",
        "account_key",
        "shared_access_key",
        "connection_string",
        "credential",
        "credentials",
        "authorization",
        "proxy_authorization",
        "cookie",
        "set_cookie",
    ];

    /// <summary>Whether a name in snake_case names a secret: it is one of the table, or ends with one after an underscore.</summary>
    public static bool Contains(string snakeCaseName) =>
        Table.Any(secret =>
            snakeCaseName == secret
            || (
                snakeCaseName.Length > secret.Length
                && snakeCaseName.EndsWith(secret, StringComparison.Ordinal)
                && snakeCaseName[snakeCaseName.Length - secret.Length - 1] == '_'
            )
        );
}
