using Common.Config.Binding;

namespace Common.Config.Internal;

/// <summary>The place of one option among all options of a service.</summary>
internal sealed record SlotInfo(SectionPlan Plan, ConfigOption Option, string Key)
{
    public ConfigType Type => Option.Type;
}
