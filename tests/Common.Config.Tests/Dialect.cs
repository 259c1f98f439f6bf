using System.Diagnostics.CodeAnalysis;

namespace Common.Config.Tests;

/// <summary>Names that differ in case only.</summary>
[SuppressMessage("Naming", "CA1708", Justification = "That is what is tested.")]
public enum Dialect
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>The first.</summary>
    db = 1,

    /// <summary>The second.</summary>
    DB = 2,
}
