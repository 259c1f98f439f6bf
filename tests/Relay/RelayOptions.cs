using Common.Abstractions;

namespace Relay;

/// <summary>Where the service stands in the row.</summary>
[ConfigSection("Relay")]
internal sealed partial class RelayOptions
{
    /// <summary>The address of the next service.</summary>
    /// <value>The service is the last one if there is none.</value>
    public Uri? Next { get; init; }
}
