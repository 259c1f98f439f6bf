namespace Common.Tool.Incubator.Source;

/// <summary>Says what a file of a module is.</summary>
internal enum FileKind
{
    /// <summary>Code of the module.</summary>
    Source,

    /// <summary>A test that travels with the copy on request.</summary>
    Test,
}
