using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using Common.Exceptions;
using Microsoft.Extensions.Logging;

namespace Common.Incubator.Plugins;

/// <summary>Loads plugins and hands them out: one driver by name, all that listen to a hook, or a list by names.</summary>
/// <remarks>
/// Thread-safe. A plugin is loaded when it is first asked for, into a load context of its own, and is made once. This isolates versions of
/// assemblies and contains exceptions; it is no sandbox: a plugin can do whatever the service can.
/// </remarks>
[RequiresUnreferencedCode(
    "Plugins are loaded at run time, so that nobody knows beforehand what they need."
)]
public sealed class PluginHost : IDisposable
{
    private readonly Dictionary<(string Name, Type Contract), object> _loaded = [];
    private readonly List<PluginLoadContext> _contexts = [];
    private readonly Lock _lock = new();
    private readonly ILogger _logger;
    private bool _disposed;

    /// <summary>Makes a host.</summary>
    /// <param name="catalogue">Which plugins there are. Those that can't be used are reported now.</param>
    /// <param name="logger">Where loading, refusals and failures are reported.</param>
    public PluginHost(PluginCatalogue catalogue, ILogger<PluginHost> logger)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(logger);
        Catalogue = catalogue;
        _logger = logger;
        foreach (var fault in catalogue.Faults)
        {
            logger.PluginRefused(fault.Plugin, fault.Reason, null);
        }
    }

    /// <summary>Which plugins there are.</summary>
    public PluginCatalogue Catalogue { get; }

    /// <summary>Gives the one plugin of a name, which the service can't do without.</summary>
    /// <typeparam name="T">The contract's interface.</typeparam>
    /// <param name="contract">The contract.</param>
    /// <param name="name">The plugin's name.</param>
    /// <exception cref="ServiceException">It is not there, implements another contract or version, or can't be loaded: Internal.</exception>
    public Plugin<T> Driver<T>(PluginContract<T> contract, string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            return Load(contract, name);
        }
        catch (Exception exception) when (exception is not (ObjectDisposedException))
        {
            throw PluginErrors.PluginUnusable(
                PluginName.IsValid(name) ? name : $"({name.Length} characters)",
                exception.Message,
                exception
            );
        }
    }

    /// <summary>Gives all plugins that want to be called for a hook, in ordinal order of their names.</summary>
    /// <typeparam name="T">The contract's interface.</typeparam>
    /// <param name="contract">The contract.</param>
    /// <param name="hook">The hook's name.</param>
    /// <returns>Those that can be used. The others are reported and left out.</returns>
    public PluginGroup<T> Hooks<T>(PluginContract<T> contract, string hook)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(contract);
        return Group(
            contract,
            Catalogue
                .Plugins.Where(plugin => plugin.Contract == contract.Name)
                .Where(plugin => plugin.Hooks.Contains(hook, StringComparer.Ordinal))
                .Select(plugin => plugin.Name)
        );
    }

    /// <summary>Gives the plugins of some names, in the order of the names.</summary>
    /// <typeparam name="T">The contract's interface.</typeparam>
    /// <param name="contract">The contract.</param>
    /// <param name="names">The names.</param>
    /// <returns>Those that can be used. The others are reported and left out.</returns>
    public PluginGroup<T> Named<T>(PluginContract<T> contract, IEnumerable<string> names)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(names);
        return Group(contract, names);
    }

    /// <summary>Disposes of the plugins that can be, and lets their code go.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            foreach (var ((name, _), plugin) in _loaded)
            {
                Dispose(name, plugin as IDisposable);
            }

            _loaded.Clear();
            foreach (var context in _contexts)
            {
                context.Unload();
            }
        }
    }

    private void Dispose(string name, IDisposable? plugin)
    {
        try
        {
            plugin?.Dispose();
        }
#pragma warning disable CA1031 // what one plugin throws at its end must not keep the others from theirs
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _logger.PluginFailed(name, Catalogue.Find(name)!.Contract, exception);
        }
    }

    private PluginGroup<T> Group<T>(PluginContract<T> contract, IEnumerable<string> names)
        where T : class
    {
        var plugins = new List<Plugin<T>>();
        foreach (var name in names)
        {
            try
            {
                plugins.Add(Load(contract, name));
            }
            catch (Exception exception) when (exception is not ObjectDisposedException)
            {
                _logger.PluginRefused(
                    PluginName.IsValid(name) ? name : $"({name.Length} characters)",
                    exception.Message,
                    exception
                );
            }
        }

        return new PluginGroup<T>(plugins, _logger);
    }

    private Plugin<T> Load<T>(PluginContract<T> contract, string name)
        where T : class
    {
        var manifest =
            Catalogue.Find(name)
            ?? throw new InvalidOperationException("No such plugin can be used.");
        if (manifest.Contract != contract.Name || !contract.Fits(manifest.ContractVersion))
        {
            throw new InvalidOperationException(
                $"It was made for {manifest.Contract} {manifest.ContractVersion}; the service offers {contract.Name} {contract.Version}."
            );
        }

        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!_loaded.TryGetValue((name, typeof(T)), out var instance))
            {
                instance = Make<T>(manifest);
                _loaded.Add((name, typeof(T)), instance);
                _logger.PluginLoaded(name, manifest.Version, contract.Name);
            }

            return new Plugin<T>(manifest, (T)instance);
        }
    }

    private object Make<T>(PluginManifest manifest)
        where T : class
    {
        var folder = Path.Combine(Catalogue.Folder, manifest.Name);
        var context = new PluginLoadContext(manifest.Name, folder, typeof(T).Assembly);
        try
        {
            var plugin = Make<T>(
                manifest,
                context.LoadFromAssemblyPath(Path.Combine(folder, manifest.Assembly))
            );
            _contexts.Add(context);
            return plugin;
        }
        catch
        {
            context.Unload(); // it is asked for again and again, and each time would keep its code
            throw;
        }
    }

    private static object Make<T>(PluginManifest manifest, Assembly assembly)
    {
        var type =
            assembly.GetType(manifest.Type)
            ?? throw new InvalidOperationException(
                $"{manifest.Assembly} has no type {manifest.Type}."
            );
        if (!typeof(T).IsAssignableFrom(type))
        {
            throw new InvalidOperationException($"{manifest.Type} does not implement {typeof(T)}.");
        }

        try
        {
            return Activator.CreateInstance(type)!;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } cause)
        {
            throw new InvalidOperationException(
                $"The constructor of {manifest.Type} failed.",
                cause
            );
        }
    }
}
