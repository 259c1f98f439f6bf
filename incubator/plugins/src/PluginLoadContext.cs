using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace Common.Incubator.Plugins;

/// <summary>Keeps the assemblies of one plugin apart from the service's and from other plugins'.</summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    private readonly string _folder;
    private readonly HashSet<string> _shared;

    /// <summary>Makes the context of a plugin.</summary>
    /// <param name="name">The plugin.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="contract">The assembly of the contract: it and what it refers to are shared.</param>
    [SuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "The caller says that code is loaded at run time."
    )]
    public PluginLoadContext(string name, string folder, Assembly contract)
        : base($"plugin {name}", isCollectible: true)
    {
        _folder = folder;
        _shared = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            contract.GetName().Name!,
        };
        foreach (var reference in contract.GetReferencedAssemblies())
        {
            _shared.Add(reference.Name!);
        }
    }

    /// <inheritdoc/>
    [SuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "The caller says that code is loaded at run time."
    )]
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Shared ones come from the service: the contract's types must be the same on both sides.
        if (_shared.Contains(assemblyName.Name!))
        {
            return null;
        }

        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var path = Path.Combine(_folder, unmanagedDllName);
        return Path.GetFileName(unmanagedDllName) == unmanagedDllName && File.Exists(path)
            ? LoadUnmanagedDllFromPath(path)
            : 0;
    }
}
