using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;

namespace Common.Incubator.Plugins;

/// <summary>Plugins of one contract that are called one after the other.</summary>
/// <typeparam name="T">The contract's interface.</typeparam>
/// <remarks>
/// Thread-safe if the plugins are. A plugin that fails is reported and does not keep the others from being called; only a cancelled
/// token ends the round by an exception.
/// </remarks>
public sealed class PluginGroup<T>
    where T : class
{
    private readonly ILogger _logger;

    internal PluginGroup(IReadOnlyList<Plugin<T>> plugins, ILogger logger)
    {
        Plugins = plugins;
        _logger = logger;
    }

    /// <summary>The plugins in the order in which they are called.</summary>
    public IReadOnlyList<Plugin<T>> Plugins { get; }

    /// <summary>Calls the plugins and gathers their answers.</summary>
    /// <typeparam name="TResult">The type of answers.</typeparam>
    /// <param name="call">What each is called with.</param>
    /// <param name="abort">Says of an answer that the round ends with it; <see langword="null"/> if none does.</param>
    /// <returns>The answers and failures of those that were called, in order.</returns>
    public IReadOnlyList<PluginAnswer<TResult>> Call<TResult>(
        Func<T, TResult> call,
        Func<TResult, bool>? abort = null
    )
    {
        ArgumentNullException.ThrowIfNull(call);
        var answers = new List<PluginAnswer<TResult>>(Plugins.Count);
        foreach (var plugin in Plugins)
        {
            PluginAnswer<TResult> answer;
            try
            {
                answer = PluginAnswer<TResult>.Of(plugin.Name, call(plugin.Instance));
            }
#pragma warning disable CA1031 // containing whatever a plugin throws is what this class is for
            catch (Exception exception)
#pragma warning restore CA1031
            {
                answer = Report<TResult>(plugin, exception);
            }

            answers.Add(answer);
            if (answer.IsAnswer && abort?.Invoke(answer.Value) == true)
            {
                break;
            }
        }

        return answers;
    }

    /// <summary>Calls the plugins asynchronously, one after the other, and gathers their answers.</summary>
    /// <typeparam name="TResult">The type of answers.</typeparam>
    /// <param name="call">What each is called with.</param>
    /// <param name="abort">Says of an answer that the round ends with it; <see langword="null"/> if none does.</param>
    /// <param name="cancellationToken">Ends the round.</param>
    /// <returns>The answers and failures of those that were called, in order.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<IReadOnlyList<PluginAnswer<TResult>>> CallAsync<TResult>(
        Func<T, CancellationToken, Task<TResult>> call,
        Func<TResult, bool>? abort = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(call);
        var answers = new List<PluginAnswer<TResult>>(Plugins.Count);
        foreach (var plugin in Plugins)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PluginAnswer<TResult> answer;
            try
            {
                answer = PluginAnswer<TResult>.Of(
                    plugin.Name,
                    await call(plugin.Instance, cancellationToken).ConfigureAwait(false)
                );
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // containing whatever a plugin throws is what this class is for
            catch (Exception exception)
#pragma warning restore CA1031
            {
                answer = Report<TResult>(plugin, exception);
            }

            answers.Add(answer);
            if (answer.IsAnswer && abort?.Invoke(answer.Value) == true)
            {
                break;
            }
        }

        return answers;
    }

    private PluginAnswer<TResult> Report<TResult>(Plugin<T> plugin, Exception exception)
    {
        _logger.PluginFailed(plugin.Name, plugin.Manifest.Contract, exception);
        return PluginAnswer<TResult>.Failed(plugin.Name, exception);
    }
}
