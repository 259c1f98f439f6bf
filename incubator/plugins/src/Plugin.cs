namespace Common.Incubator.Plugins;

/// <summary>A loaded plugin.</summary>
/// <typeparam name="T">The contract's interface.</typeparam>
/// <param name="Manifest">What it says about itself.</param>
/// <param name="Instance">The one object of it that the host made.</param>
public sealed record Plugin<T>(PluginManifest Manifest, T Instance)
    where T : class
{
    /// <summary>The plugin's name.</summary>
    public string Name => Manifest.Name;
}
