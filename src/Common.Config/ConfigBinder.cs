using System.Diagnostics.CodeAnalysis;
using Common.Config.Internal;
using Common.Config.Internal.Reading;
using Common.Config.Internal.Sources;
using Microsoft.Extensions.Configuration;

namespace Common.Config;

/// <summary>Reads one section where there is no container, or not yet one: in a command-line tool, or before a host is built.</summary>
/// <remarks>
/// What is wrong is found as at the start of a service, unknown keys included; validators that a service registers are not asked, and
/// nothing is read again. A service with a container reads through <see cref="Live{T}"/>. Thread-safe.
/// </remarks>
public static class ConfigBinder
{
    /// <summary>Reads the options of a section from a configuration.</summary>
    /// <typeparam name="T">The class of options; its section has a path without names of its own.</typeparam>
    /// <param name="configuration">Where to read from.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="configuration"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The section of <typeparamref name="T"/> has no path, or one for many names.</exception>
    /// <exception cref="ConfigException">The section is wrong.</exception>
    public static T Bind<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
            T
    >(IConfiguration configuration)
        where T : class, IConfigSection<T>
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Bind<T>(ConfigLayers.Of(configuration));
    }

    /// <summary>Reads the options of a section from sources, the files among them as <c>AddCommonConfig</c> reads them: with their lines, and with config.d.</summary>
    /// <typeparam name="T">The class of options; its section has a path without names of its own.</typeparam>
    /// <param name="builder">The sources, lowest first. Sources of JSON files are replaced in it by this package's own.</param>
    /// <returns>The options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The section of <typeparamref name="T"/> has no path, or one for many names.</exception>
    /// <exception cref="ConfigException">The section or a file is wrong.</exception>
    public static T Load<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
            T
    >(IConfigurationBuilder builder)
        where T : class, IConfigSection<T>
    {
        ArgumentNullException.ThrowIfNull(builder);
        SourceReplacement.Apply(builder, SingleSection<T>.Registry);
        if (builder is IConfiguration configuration)
        {
            return Bind<T>(configuration);
        }

        // What is read once needs no root, which would listen to each of them for changes.
        List<IConfigurationProvider> providers = [];
        try
        {
            foreach (var source in builder.Sources)
            {
                var provider = source.Build(builder);
                providers.Add(provider);
                provider.Load();
            }

            return Bind<T>(ConfigLayers.Of(providers));
        }
        finally
        {
            foreach (var provider in providers)
            {
                (provider as IDisposable)?.Dispose();
            }
        }
    }

    private static T Bind<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
            T
    >(IReadOnlyList<ConfigLayer> layers)
        where T : class, IConfigSection<T>
    {
        if (T.Model.Path.Length == 0 || T.Model.IsNamed)
        {
            throw new InvalidOperationException(
                $"{typeof(T)} has no place of its own in the configuration; bind the class that it is used in."
            );
        }

        var loaded = Loaded.Read(SingleSection<T>.Registry, layers);
        loaded.Context.ThrowIfWrong();
        return (T)loaded.Bound[0]!;
    }

    /// <summary>One section with the options of this package, which say what becomes of unknown keys.</summary>
    private static class SingleSection<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
            T
    >
        where T : class, IConfigSection<T>
    {
        public static readonly ConfigRegistry Registry = ConfigRegistry.Of(
            T.Model,
            ConfigModel.Of<ConfigOptions>()
        );
    }
}
