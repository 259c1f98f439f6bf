using Common.Context;
using NodaTime;

namespace RabbitMqChecks;

/// <summary>What the consumer of a message saw.</summary>
/// <param name="Body">The text of the message.</param>
/// <param name="Context">The current context while the message was handled.</param>
/// <param name="Remaining">How much time the work had left then.</param>
/// <param name="Headers">The headers as they came over the wire.</param>
internal sealed record Received(
    string Body,
    RequestContext Context,
    Duration Remaining,
    IReadOnlyDictionary<string, string> Headers
)
{
    /// <summary>The values of all headers with a name, whatever its case.</summary>
    public string[] All(string name) =>
        [
            .. Headers
                .Where(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase))
                .Select(h => h.Value),
        ];
}
