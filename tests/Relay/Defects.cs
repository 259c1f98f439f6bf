using System.Text.Json;

namespace Relay;

/// <summary>Exceptions that nobody declared, full of what no caller may read.</summary>
internal static class Defects
{
    /// <summary>What must never leave the service: it is in every text, cause and datum.</summary>
    public const string Secret = "Host=postgres-3;Password=hunter2;Root=/srv/orders/secret";

    public static Exception Of(string name)
    {
        Exception defect = name switch
        {
            "invalid" => new InvalidOperationException(Secret, new IOException(Secret)),
            "argument" => new ArgumentException(Secret, nameof(name)),
            "file" => new FileNotFoundException(Secret, "/srv/orders/secret.json"),
            "access" => new UnauthorizedAccessException(Secret),
            "json" => new JsonException(Secret, "$.secret", 1, 2),
            "database" => new DatabaseException(Secret),
            "aggregate" => new AggregateException(
                Secret,
                new InvalidOperationException(Secret),
                new AggregateException(new FormatException(Secret))
            ),
            _ => new NotSupportedException(Secret),
        };
        defect.Data["secret"] = Secret;
        return defect;
    }
}
