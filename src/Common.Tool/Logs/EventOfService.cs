namespace Common.Tool.Logs;

/// <summary>What records have in common that are counted together.</summary>
/// <param name="Service">The service.</param>
/// <param name="Event">The name of the event, or the logger in parentheses where there is none.</param>
/// <param name="Kind">The kind of the event, where it is known.</param>
/// <param name="Level">The level.</param>
/// <param name="Severity">The level as a number.</param>
internal sealed record EventOfService(
    string Service,
    string Event,
    string? Kind,
    string Level,
    int Severity
);
