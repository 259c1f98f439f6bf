namespace Common.Config.Internal.Reloading;

/// <summary>A provider of this package: it tells its sources apart, and changes its data when told to only.</summary>
internal interface IReloadedProvider
{
    /// <summary>What it answers from.</summary>
    IReadOnlyList<ConfigLayer> Layers { get; }

    /// <summary>Reads its files anew, without answering from them; a file that did not change gives the same layer.</summary>
    /// <exception cref="ConfigException">A file cannot be read.</exception>
    IReadOnlyList<ConfigLayer> Read();

    /// <summary>Answers from these layers from now on, and tells those who listen to the configuration.</summary>
    void Replace(IReadOnlyList<ConfigLayer> layers);

    /// <summary>The files whose contents it is made of; a folder stands for the files in it.</summary>
    IEnumerable<string> Files { get; }
}
