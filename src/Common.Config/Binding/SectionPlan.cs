namespace Common.Config.Binding;

/// <summary>Where the options of one section with a fixed path have their places among all options of a service.</summary>
internal sealed class SectionPlan(ConfigSection section, string path, int firstSlot)
{
    private readonly SectionPlan?[] _nested = new SectionPlan?[section.Options.Count];

    public ConfigSection Section { get; } = section;

    public string Path { get; } = path;

    public int FirstSlot { get; } = firstSlot;

    public SectionPlan? Nested(ConfigOption option) => _nested[option.Index];

    public void Nest(ConfigOption option, SectionPlan plan) => _nested[option.Index] = plan;

    public bool IsTouched(ConfigNode?[] nodes)
    {
        for (var i = 0; i < Section.Options.Count; i++)
        {
            if (nodes[FirstSlot + i] is not null || _nested[i]?.IsTouched(nodes) == true)
            {
                return true;
            }
        }

        return false;
    }
}
