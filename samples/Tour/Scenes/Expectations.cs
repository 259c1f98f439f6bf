using Tour.Output;
using Tour.Stage;

namespace Tour.Scenes;

/// <summary>Collects everything in which a scene came out wrong.</summary>
internal sealed class Expectations
{
    private readonly List<string> _wrong = [];

    /// <summary>What came out wrong; empty when the scene is right.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    public void That(bool holds, string what)
    {
        if (!holds)
        {
            _wrong.Add(what);
        }
    }

    public void Equal<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            _wrong.Add($"{what} is {actual}; {expected} was expected");
        }
    }

    /// <summary>How often a service wrote an event at a level.</summary>
    public void Records(
        IReadOnlyList<LogLine> records,
        string service,
        string level,
        string eventName,
        int times = 1
    ) =>
        Equal(
            $"the number of {level} {eventName} of {service}",
            times,
            records.Count(r => r.Service == service && r.Level == level && r.EventName == eventName)
        );

    /// <summary>An answer is a problem document with a status and a code, and names its request.</summary>
    public void Problem(Exchange exchange, int status, string code)
    {
        Equal("the status", status, exchange.Status);
        Equal("the media type", "application/problem+json", exchange.ContentType);
        Equal("the code", code, exchange.Member("code"));
        Equal("the request ID of the document", exchange.RequestId, exchange.Member("request_id"));
        RequestIds(exchange);
    }

    /// <summary>An answer has both request IDs.</summary>
    public void RequestIds(Exchange exchange)
    {
        That(IsRequestId(exchange.RequestId), $"X-Request-ID is '{exchange.RequestId}'");
        That(
            IsRequestId(exchange.GlobalRequestId),
            $"X-Global-Request-ID is '{exchange.GlobalRequestId}'"
        );
    }

    private static bool IsRequestId(string text) =>
        text.StartsWith("req-", StringComparison.Ordinal)
        && Guid.TryParseExact(text.AsSpan(4), "D", out _);
}
