using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Common.Incubator.Plugins;

/// <summary>Which plugins there are. Reading it runs none of their code.</summary>
/// <remarks>Immutable and thread-safe; a plugin that is put into the folder later is not seen.</remarks>
public sealed class PluginCatalogue
{
    private readonly Dictionary<string, PluginManifest> _plugins;

    private PluginCatalogue(
        string folder,
        Dictionary<string, PluginManifest> plugins,
        IReadOnlyList<PluginFault> faults
    )
    {
        Folder = folder;
        _plugins = plugins;
        Faults = faults;
    }

    /// <summary>The full path of the folder that holds the plugins.</summary>
    public string Folder { get; }

    /// <summary>The plugins that can be used, in ordinal order of their names.</summary>
    public IEnumerable<PluginManifest> Plugins =>
        _plugins.Values.OrderBy(plugin => plugin.Name, StringComparer.Ordinal);

    /// <summary>The plugins that can't be used, and why.</summary>
    public IReadOnlyList<PluginFault> Faults { get; }

    /// <summary>Reads the manifests of all plugins, and checks folders and pins.</summary>
    /// <param name="options">Where they are.</param>
    /// <returns>The catalogue. Empty if there is no folder.</returns>
    /// <exception cref="InvalidOperationException">The folder is a link, or the service can write to it and must not.</exception>
    public static PluginCatalogue Read(PluginOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var folder = Path.GetFullPath(options.Folder, AppContext.BaseDirectory);
        var plugins = new Dictionary<string, PluginManifest>(StringComparer.Ordinal);
        var faults = new List<PluginFault>();
        if (Directory.Exists(folder))
        {
            PluginFolder.Check(folder, options.AllowWritableFolder);
            foreach (
                var path in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
            )
            {
                Add(path, options, plugins, faults);
            }
        }

        var missing = options
            .Pins.Keys.Where(name => !plugins.ContainsKey(name))
            .Where(name => faults.All(fault => fault.Plugin != name))
            .Select(name => new PluginFault(name, "it is pinned, but not there"));
        return new PluginCatalogue(folder, plugins, [.. faults, .. missing]);
    }

    /// <summary>Finds a plugin.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>What it says about itself, or <see langword="null"/> if no such plugin can be used.</returns>
    public PluginManifest? Find(string name) => _plugins.GetValueOrDefault(name);

    private static void Add(
        string path,
        PluginOptions options,
        Dictionary<string, PluginManifest> plugins,
        List<PluginFault> faults
    )
    {
        var name = Path.GetFileName(path);
        if (!PluginName.IsValid(name))
        {
            faults.Add(
                new PluginFault(
                    $"({name.Length} characters)",
                    $"its folder's name is not 1 to {PluginName.MaxLength} lower-case letters, digits and dashes"
                )
            );
            return;
        }

        try
        {
            PluginFolder.RefuseLinks(path);
            if (
                options.Pins.TryGetValue(name, out var pin)
                && !string.Equals(
                    PluginFingerprint.Compute(path),
                    pin,
                    StringComparison.OrdinalIgnoreCase
                )
            )
            {
                throw new FormatException("its fingerprint is not the pinned one");
            }

            plugins.Add(name, PluginManifestReader.Read(path));
        }
        catch (Exception exception)
            when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            faults.Add(new PluginFault(name, exception.Message));
        }
    }
}
