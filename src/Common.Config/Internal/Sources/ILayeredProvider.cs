namespace Common.Config.Internal.Sources;

/// <summary>A provider of this package, which tells its sources apart.</summary>
internal interface ILayeredProvider
{
    IReadOnlyList<ConfigLayer> Layers { get; }
}
