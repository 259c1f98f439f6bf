namespace Common.Analyzers.Lifecycle.Record;

/// <summary>One thing that a release shipped.</summary>
/// <param name="Surface">What it is: <c>api</c>, <c>config</c>, <c>event</c>, <c>error</c>, <c>header</c>, <c>module</c> or <c>limit</c>.</param>
/// <param name="Name">Its name there; for an API its line in the files of the public API.</param>
/// <param name="Deprecation">What is said of it if it is shipped deprecated.</param>
/// <param name="Id">The ID of the deprecation.</param>
internal sealed record RecordItem(
    string Surface,
    string Name,
    Deprecation? Deprecation = null,
    string? Id = null
)
{
    /// <summary>The surface of types and members.</summary>
    public const string Api = "api";

    /// <summary>The surface of what a type asks of those who derive from it or implement it.</summary>
    public const string Limit = "limit";

    /// <summary>The surface of the incubator's modules.</summary>
    public const string Module = "module";

    /// <summary>What a reader sees.</summary>
    public override string ToString() => Surface is Api or Limit ? Name : Surface + " " + Name;

    /// <summary>Which thing it is, whatever is said of it.</summary>
    public (string, string) Key => (Surface, Name);
}
