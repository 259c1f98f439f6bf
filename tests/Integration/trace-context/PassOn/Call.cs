using System.Text.Json;

namespace PassOn;

/// <summary>One call that the service is asked to make.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Arguments">What to send: JSON, passed on as it is.</param>
internal sealed record Call(Uri Url, JsonElement Arguments);
