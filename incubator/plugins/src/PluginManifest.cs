using System;
using System.Collections.Generic;

namespace Common.Incubator.Plugins;

/// <summary>What a plugin says about itself in <c>plugin.json</c>, before any of its code is loaded.</summary>
public sealed record PluginManifest
{
    /// <summary>The plugin's name, which is that of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>The plugin's own version.</summary>
    public required string Version { get; init; }

    /// <summary>The name of the contract that it implements.</summary>
    public required string Contract { get; init; }

    /// <summary>The version of the contract that it was made for: two numbers.</summary>
    public required Version ContractVersion { get; init; }

    /// <summary>The file of its assembly, in its folder.</summary>
    public required string Assembly { get; init; }

    /// <summary>The full name of the class that implements the contract and has a public constructor without parameters.</summary>
    public required string Type { get; init; }

    /// <summary>The hooks that it wants to be called for.</summary>
    public IReadOnlyList<string> Hooks { get; init; } = [];
}
