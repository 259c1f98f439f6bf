namespace Common.Analyzers.Lifecycle.Record;

/// <summary>One thing that a release shipped.</summary>
/// <param name="Surface">What it is: <c>api</c>, <c>config</c>, <c>event</c>, <c>error</c>, <c>header</c>, <c>module</c>, <c>limit</c> or <c>trait</c>.</param>
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

    /// <summary>The surface of what an API asks of those who use it, beside its line: a new one breaks them.</summary>
    public const string Limit = "limit";

    /// <summary>The surface of what an API gives to those who use it, beside its line: one that is lost breaks them.</summary>
    public const string Trait = "trait";

    /// <summary>The limit of a class that others can't derive from.</summary>
    public const string NotDerived = "can't be derived from";

    /// <summary>What the limit begins with that a member must be implemented.</summary>
    public const string MustImplement = "must implement ";

    /// <summary>The surface of the incubator's modules.</summary>
    public const string Module = "module";

    /// <summary>What a reader sees.</summary>
    public override string ToString() => IsOfApi ? Name : Surface + " " + Name;

    /// <summary>Whether it is a type or member, or belongs to one.</summary>
    public bool IsOfApi => Surface is Api or Limit or Trait;

    /// <summary>Which thing it is, whatever is said of it.</summary>
    public (string, string) Key => (Surface, Name);
}
