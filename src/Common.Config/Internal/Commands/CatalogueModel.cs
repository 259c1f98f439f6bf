using Common.Config.Binding;
using Microsoft.Extensions.DependencyInjection;

namespace Common.Config.Internal.Commands;

/// <summary>A section of a catalogue: its values are checked and not kept.</summary>
internal sealed class CatalogueModel : ConfigSection
{
    private readonly Func<IReadOnlyList<ConfigOption>> _options;

    public CatalogueModel(string path, Func<IReadOnlyList<ConfigOption>> options)
        : base(path, [])
    {
        _options = options;
        NamedOption = new ConfigOption<Dictionary<string, object>>(
            Path[(Path.LastIndexOf(':') + 1)..],
            ConfigTypes.Dictionary(new CatalogueSectionType(this))
        );
    }

    internal override ConfigOption NamedOption { get; }

    internal override Type OptionsType => typeof(object);

    /// <summary>Makes the options; later than the section, since one may hold a list of sections like itself.</summary>
    public void Complete() => SetOptions(_options());

    internal override object? Bind(SectionPlan plan, ConfigNode?[] nodes, BindContext context) =>
        Read(new ConfigReader(context, plan, nodes), context);

    internal object? Read(ConfigReader reader, BindContext context)
    {
        var before = context.Errors.Count;
        foreach (var option in Options)
        {
            option.Check(reader);
        }

        reader.CheckRequired(this);
        return context.Errors.Count == before ? this : null;
    }

    internal override NamedSections BindNamed(ConfigNode? node, BindContext context)
    {
        if (node is { IsNull: false })
        {
            _ = ((ConfigOption<Dictionary<string, object>>)NamedOption).TryBind(
                node,
                context,
                out _
            );
        }

        return new NamedSections(Path, []);
    }

    internal override object Finish(
        object options,
        string name,
        IServiceProvider services,
        BindContext context
    ) => options;

    internal override void Register(IServiceCollection services) =>
        throw new NotSupportedException("A catalogue's section is checked only.");
}
