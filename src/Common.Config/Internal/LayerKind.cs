namespace Common.Config.Internal;

/// <summary>The kinds of sources that are treated differently.</summary>
internal enum LayerKind
{
    Other,
    File,
    Environment,
    CommandLine,
}
