using Common.Abstractions;

namespace Orders;

/// <summary>Where orders are kept.</summary>
[ConfigSection("Orders:Storage")]
internal sealed partial class StorageOptions
{
    /// <summary>The folder of the database file; it is made when it is first needed.</summary>
    /// <value>A path, absolute or below the content root. The default is <c>data</c>.</value>
    public string Folder { get; init; } = "data";
}
