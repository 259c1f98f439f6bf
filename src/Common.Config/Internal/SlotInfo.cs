using Common.Config.Binding;

namespace Common.Config.Internal;

/// <summary>The place of one option among all options of a service.</summary>
internal sealed record SlotInfo(ConfigOption Option, string Key, bool IsReloadable)
{
    public ConfigType Type { get; } = Option.Type;

    /// <summary>Whether the option is a section, whose own options have places of their own.</summary>
    public bool IsSection { get; } = Option.Type.Section is not null;
}
