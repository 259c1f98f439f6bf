using System.Diagnostics.CodeAnalysis;
using Common.Config.Internal;

namespace Common.Config;

/// <summary>Says everything that is wrong in the configuration, at once.</summary>
[SuppressMessage(
    "Design",
    "CA1032",
    Justification = "Without its errors this exception would say nothing."
)]
[SuppressMessage("Roslynator", "RCS1194", Justification = "As CA1032.")]
public sealed class ConfigException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="errors">What is wrong; at least one error.</param>
    /// <exception cref="ArgumentNullException"><paramref name="errors"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="errors"/> is empty.</exception>
    public ConfigException(IReadOnlyList<ConfigError> errors)
        : base(Describe(errors = ErrorOrder.Sort(errors))) => Errors = errors;

    /// <summary>What is wrong.</summary>
    /// <value>At least one error, in the order of the sources and their lines.</value>
    public IReadOnlyList<ConfigError> Errors { get; }

    private static string Describe(IReadOnlyList<ConfigError> errors)
    {
        return errors.Count switch
        {
            0 => throw new ArgumentException("There must be at least one error.", nameof(errors)),
            1 => $"The configuration is wrong: {errors[0]}",
            _ =>
                $"The configuration is wrong in {errors.Count} places:\n  {string.Join("\n  ", errors)}",
        };
    }
}
