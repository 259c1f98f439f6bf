namespace Common.Analyzers.Logging;

/// <summary>The published table of names that say that a value is a secret. The provider masks by the same file.</summary>
internal static class SecretNameTable
{
    /// <summary>A name is a secret's if its last words, in snake_case, are one of these.</summary>
    public static readonly string[] Endings =
    [
        "password",
        "passwd",
        "pwd",
        "pswd",
        "passphrase",
        "passcode",
        "admin_pass",
        "adminpass",
        "new_pass",
        "user_pass",
        "chappassword",
        "secret",
        "secret_key",
        "secret_uuid",
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
        "encrypted_key",
        "encryption_key",
        "signing_key",
        "account_key",
        "auth_key",
        "connection_string",
        "credential",
        "credentials",
        "authorization",
        "cookie",
    ];

    /// <summary>A name is a secret's if it is one of these.</summary>
    public static readonly string[] Whole = ["token", "pass", "jwt", "configdrive"];

    /// <summary>
    /// In texts of others a name is also a secret's if it ends with one of these, with its words run together and without its
    /// final digits: <c>KeystoneFernetKey1</c>, <c>mypassword2</c>.
    /// </summary>
    public static readonly string[] RunTogether =
    [
        "adminpass",
        "apikey",
        "authtoken",
        "barbicansimplecryptokek",
        "cephadminkey",
        "cephclientkey",
        "cephclusterfsid",
        "cephmanilaclientkey",
        "cephmdskey",
        "cephmonkey",
        "cephrgwkey",
        "configdrive",
        "designaterndckey",
        "encryptedkey",
        "encryptionkey",
        "fernetkey",
        "heatauthencryptionkey",
        "keystonecredential",
        "migrationsshkey",
        "newpass",
        "octaviaheartbeatkey",
        "pacemakerremoteauthkey",
        "passphrase",
        "password",
        "passwd",
        "privatekey",
        "rabbitcookie",
        "secret",
        "secretuuid",
        "sslkey",
        "swifthashsuffix",
        "syspswd",
        "token",
    ];
}
