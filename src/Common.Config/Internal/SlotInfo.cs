using Common.Config.Binding;

namespace Common.Config.Internal;

/// <summary>The place of one option among all options of a service.</summary>
internal sealed record SlotInfo(ConfigOption Option, string Key, bool IsReloadable)
{
    public ConfigType Type => Option.Type;
}
