using System;

namespace Common.Incubator.Plugins;

/// <summary>What one plugin answered to a call.</summary>
/// <typeparam name="TResult">The type of answers.</typeparam>
public sealed record PluginAnswer<TResult>
{
    private readonly TResult? _value;

    private PluginAnswer(string plugin, TResult? value, Exception? failure)
    {
        Plugin = plugin;
        _value = value;
        Failure = failure;
    }

    /// <summary>The plugin's name.</summary>
    public string Plugin { get; }

    /// <summary>What it threw instead of an answer, or <see langword="null"/>.</summary>
    public Exception? Failure { get; }

    /// <summary>Whether it answered.</summary>
    public bool IsAnswer => Failure is null;

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">The plugin failed instead; the inner exception says how.</exception>
    public TResult Value =>
        Failure is null
            ? _value!
            : throw new InvalidOperationException(
                $"The plugin '{Plugin}' gave no answer.",
                Failure
            );

    internal static PluginAnswer<TResult> Of(string plugin, TResult value) =>
        new(plugin, value, null);

    internal static PluginAnswer<TResult> Failed(string plugin, Exception failure) =>
        new(plugin, default, failure);
}
