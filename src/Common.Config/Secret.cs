using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Common.Config;

/// <summary>A text that must not be seen: it cannot be printed, serialised or read in a debugger by accident.</summary>
/// <remarks>
/// Only <see cref="Reveal"/> gives the text, so a search for its callers finds every place that uses it. Two secrets are compared in
/// time that depends on their lengths only. Immutable and thread-safe.
/// </remarks>
[DebuggerDisplay("***")]
[DebuggerTypeProxy(typeof(SecretDebuggerProxy))]
[SuppressMessage(
    "Usage",
    "CA2231",
    Justification = "An operator would invite comparing secrets where nobody looks."
)]
public sealed class Secret : IEquatable<Secret>
{
    /// <summary>What is shown instead of a secret.</summary>
    public const string Mask = "***";

    private readonly string _text;

    /// <summary>Keeps a text as a secret.</summary>
    /// <param name="text">The text; it may be empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public Secret(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>Gives the text.</summary>
    /// <returns>The text as it was configured.</returns>
    public string Reveal() => _text;

    /// <summary>Compares with another secret in time that does not depend on where they differ.</summary>
    /// <param name="other">The other secret, or <see langword="null"/>.</param>
    /// <returns><see langword="true"/> if both hold the same text.</returns>
    public bool Equals([NotNullWhen(true)] Secret? other) =>
        other is not null
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(_text),
            Encoding.UTF8.GetBytes(other._text)
        );

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Secret);

    /// <summary>Gives one number for every secret, since a hash of the text would tell something of it.</summary>
    /// <returns>Always 0.</returns>
    public override int GetHashCode() => 0;

    /// <summary>Gives <see cref="Mask"/>, whatever the text.</summary>
    /// <returns><c>***</c>.</returns>
    public override string ToString() => Mask;

    [SuppressMessage(
        "Performance",
        "CA1822",
        Justification = "Debuggers read instance properties."
    )]
    private sealed class SecretDebuggerProxy(Secret secret)
    {
        public string Text => secret.ToString();
    }
}
