using System;

namespace Common.Incubator.Plugins;

/// <summary>What plugins of one kind implement.</summary>
/// <typeparam name="T">The interface. Its assembly is shared between the service and its plugins.</typeparam>
/// <remarks>Immutable and thread-safe. A plugin fits that was made for the same major version and for this or a lower minor one.</remarks>
public sealed class PluginContract<T>
    where T : class
{
    /// <summary>Names a contract.</summary>
    /// <param name="name">The name that plugins give: 1 to 40 lower-case letters, digits and dashes, a letter first.</param>
    /// <param name="major">Raised when plugins must change. At least 1.</param>
    /// <param name="minor">Raised when the contract offers more. At least 0.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is ill-formed.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no interface.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public PluginContract(string name, int major, int minor)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(major, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(minor, 0);
        if (!PluginName.IsValid(name))
        {
            throw new ArgumentException(
                $"A contract's name is 1 to {PluginName.MaxLength} lower-case letters, digits and dashes, a letter first.",
                nameof(name)
            );
        }

        if (!typeof(T).IsInterface)
        {
            throw new NotSupportedException($"{typeof(T)} is no interface.");
        }

        Name = name;
        Version = new Version(major, minor);
    }

    /// <summary>The name that plugins give.</summary>
    public string Name { get; }

    /// <summary>The version that the service offers: two numbers.</summary>
    public Version Version { get; }

    /// <summary>Whether a plugin that was made for a version of the contract can be used.</summary>
    /// <param name="version">The version that the plugin was made for.</param>
    public bool Fits(Version version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version.Major == Version.Major && version.Minor <= Version.Minor;
    }
}
