namespace Common.Analyzers.Logging;

/// <summary>Says whether a name is that of a secret.</summary>
internal static class SecretNames
{
    /// <summary>Whether a name in snake_case names a secret: it is one of the table, or ends with one after an underscore.</summary>
    public static bool Contains(string snakeCaseName) =>
        SecretNameTable.Whole.Contains(snakeCaseName)
        || SecretNameTable.Endings.Any(secret =>
            snakeCaseName == secret
            || (
                snakeCaseName.Length > secret.Length
                && snakeCaseName.EndsWith(secret, StringComparison.Ordinal)
                && snakeCaseName[snakeCaseName.Length - secret.Length - 1] == '_'
            )
        );
}
