using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Common.Config.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Config.Binding;

/// <summary>One declared section with its class. Made by generated code.</summary>
/// <typeparam name="T">The class of options.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConfigSection<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T
> : ConfigSection
    where T : class, IConfigSection<T>
{
    private readonly Func<ConfigReader, T> _create;
    private readonly Action<T, ConfigCheck> _check;

    /// <summary>Makes the model of a section.</summary>
    /// <param name="path">The path; empty for a section that is used within others only; ends in <c>:*</c> for a named one.</param>
    /// <param name="options">The options, in the order of their declaration.</param>
    /// <param name="create">Makes the options from a reader.</param>
    /// <param name="check">The rules between the options.</param>
    public ConfigSection(
        string path,
        IReadOnlyList<ConfigOption> options,
        Func<ConfigReader, T> create,
        Action<T, ConfigCheck> check
    )
        : base(path, options)
    {
        NamedOption = new ConfigOption<Dictionary<string, T>>(
            Path[(Path.LastIndexOf(':') + 1)..],
            ConfigTypes.Dictionary(ConfigTypes.Section<T>())
        )
        {
            IsReloadable = options.Count > 0 && options.All(o => o.IsReloadable),
        };
        _create = create;
        _check = check;
    }

    internal override ConfigOption NamedOption { get; }

    internal override Type OptionsType => typeof(T);

    internal T? Read(ConfigReader reader, BindContext context)
    {
        var before = context.Errors.Count;
        var options = _create(reader);
        reader.CheckRequired(this);
        if (context.Errors.Count != before)
        {
            return null;
        }

        _check(options, new ConfigCheck(context, reader, this));
        return context.Errors.Count == before ? options : null;
    }

    internal override object? Bind(SectionPlan plan, ConfigNode?[] nodes, BindContext context) =>
        Read(new ConfigReader(context, plan, nodes), context);

    internal override NamedSections BindNamed(ConfigNode? node, BindContext context)
    {
        var sections = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        if (
            node is { IsNull: false }
            && ((ConfigOption<Dictionary<string, T>>)NamedOption).TryBind(
                node,
                context,
                out var bound
            )
        )
        {
            foreach (var (name, options) in bound)
            {
                sections.Add(name, options);
            }
        }

        return new NamedSections(Path, sections);
    }

    internal override object Finish(
        object options,
        string name,
        IServiceProvider services,
        BindContext context
    ) => OptionsPipeline<T>.Run((T)options, name, services, context, Path);

    internal override void Register(IServiceCollection services)
    {
        services.AddSingleton<Live<T>>(provider => new Live<T>(
            provider.GetRequiredService<ConfigStore>(),
            provider.GetRequiredService<ConfigStore>().IndexOf(typeof(T))
        ));
        services.AddSingleton<ConfigMonitor<T>>();
        services.AddSingleton<IOptionsMonitor<T>>(static provider =>
            provider.GetRequiredService<ConfigMonitor<T>>()
        );
        services.AddSingleton<IOptionsFactory<T>>(static provider =>
            provider.GetRequiredService<ConfigMonitor<T>>()
        );
        services.AddSingleton<IOptions<T>, StartupOptions<T>>();
        services.AddScoped<IOptionsSnapshot<T>, ScopedOptions<T>>();
    }
}
