using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Common.Config.Binding;

/// <summary>Gives generated constructors the values of a section's options.</summary>
/// <remarks>Used by one thread while one section is read.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConfigReader
{
    private readonly BindContext _context;
    private readonly string _path;
    private readonly SectionPlan? _plan;
    private readonly ConfigNode?[]? _nodes;
    private readonly ConfigNode? _node;

    internal ConfigReader(BindContext context, SectionPlan plan, ConfigNode?[] nodes)
    {
        _context = context;
        _path = plan.Path;
        _plan = plan;
        _nodes = nodes;
    }

    internal ConfigReader(BindContext context, ConfigNode node)
    {
        _context = context;
        _path = node.Key;
        _node = node;
    }

    /// <summary>Reads the value of an option.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="option">The option.</param>
    /// <param name="value">The value, where one is configured and valid.</param>
    /// <returns><see langword="false"/> where the default stays: nothing is configured, or what is configured is wrong, which is then reported.</returns>
    public bool TryRead<T>(ConfigOption<T> option, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(option);
        if (_plan?.Nested(option) is { } nested)
        {
            if (!option.IsNullable || nested.IsTouched(_nodes!))
            {
                return option.Type.TryBind(nested, _nodes!, _context, out value);
            }

            value = default;
            return false;
        }

        var node = Find(option);
        if (node is null || (node.IsNull && !IsEmptyObject(option)))
        {
            value = default;
            if (option.Type.Section is not null && !option.IsNullable && node is null)
            {
                return option.Type.TryBind(
                    new ConfigNode(_path + ":" + option.Name),
                    _context,
                    out value
                );
            }

            return false;
        }

        return option.TryBind(node, _context, out value);
    }

    /// <summary>Says whether the deciding source gives an option the value null.</summary>
    /// <param name="option">The option.</param>
    /// <returns><see langword="true"/> for a null in the deciding source.</returns>
    public bool IsNull(ConfigOption option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return Find(option) is { IsNull: true };
    }

    internal void CheckRequired(ConfigSection section)
    {
        foreach (var option in section.Required)
        {
            if (Find(option) is not { } node || (node.IsNull && !IsEmptyObject(option)))
            {
                _context.Missing(_path + ":" + option.Name);
            }
        }
    }

    internal void Fail(BindContext context, ConfigSection section, string name, string rule)
    {
        var option =
            section.Find(name)
            ?? throw new ArgumentException(
                $"{name} is no option of the section {_path}.",
                nameof(name)
            );
        if (_plan?.Nested(option) is null && Find(option) is { } node)
        {
            context.Fail(node, option.Type.IsSecret, rule);
        }
        else
        {
            context.Fail(_path + ":" + option.Name, rule);
        }
    }

    /// <summary>Says whether an option that has nothing is one that must be given, and may be an object with nothing in it.</summary>
    private static bool IsEmptyObject(ConfigOption option) =>
        option is { IsRequired: true, IsNullable: false, Type.MayBeEmptyObject: true };

    private ConfigNode? Find(ConfigOption option) =>
        _plan is not null ? _nodes![_plan.FirstSlot + option.Index] : _node!.Find(option.Name);
}
