using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Common.Config;

/// <summary>Another value of an option, or none: what the generated method <c>With</c> takes for each option.</summary>
/// <remarks>A value is given as it is, since it converts; what is not given keeps its value. The default changes nothing.</remarks>
/// <typeparam name="T">The type of the option.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConfigChange<T> : IEquatable<ConfigChange<T>>
{
    private readonly bool _isSet;
    private readonly T _value;

    /// <summary>Sets a value.</summary>
    /// <param name="value">The value; it may be <see langword="null"/> where the option may.</param>
    public ConfigChange(T value) => (_isSet, _value) = (true, value);

    /// <summary>Compares two changes.</summary>
    public static bool operator ==(ConfigChange<T> left, ConfigChange<T> right) =>
        left.Equals(right);

    /// <summary>Compares two changes.</summary>
    public static bool operator !=(ConfigChange<T> left, ConfigChange<T> right) =>
        !left.Equals(right);

    /// <summary>Sets a value.</summary>
    [SuppressMessage(
        "Usage",
        "CA2225",
        Justification = "The constructor is the other way, and nobody needs the name of the type."
    )]
    public static implicit operator ConfigChange<T>(T value) => new(value);

    /// <summary>Gives the value after the change.</summary>
    /// <param name="present">The value before it.</param>
    /// <returns>The set value, or <paramref name="present"/> if none is.</returns>
    public TPresent Or<TPresent>(TPresent present) => _isSet ? (TPresent)(object?)_value! : present;

    /// <inheritdoc/>
    public bool Equals(ConfigChange<T> other) =>
        _isSet == other._isSet && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is ConfigChange<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_isSet, _value);
}
