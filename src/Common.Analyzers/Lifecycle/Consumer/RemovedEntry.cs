using Common.Analyzers.Lifecycle.Record;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>One removed API of the list that a package carries.</summary>
/// <param name="Item">Its item of the record.</param>
/// <param name="Deprecation">What was said of it.</param>
/// <param name="Api">What callers wrote.</param>
/// <param name="Package">The package.</param>
/// <param name="In">The release that removed it.</param>
/// <param name="IsForSecurity">Whether it went early, since it could not be made safe.</param>
internal sealed record RemovedEntry(
    RecordItem Item,
    Deprecation Deprecation,
    RemovedApi Api,
    string Package,
    Release In,
    bool IsForSecurity = false
)
{
    /// <summary>Its use at a place.</summary>
    public RemovedFinding At(Location place) =>
        new(Item.Name, Package, In, Deprecation, IsForSecurity, place, []);
}
