using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Common.Context.Internal;

namespace Common.Context;

/// <summary>The place of a tenant in a hierarchy, such as <c>/acme/eu/sales</c>.</summary>
/// <remarks>
/// Each level is a slash and a name; a name begins with an ASCII letter or digit and goes on with those, <c>.</c>, <c>_</c> and
/// <c>-</c>. At most 32 levels and 512 characters. Compared with regard to case. The default value is <see cref="None"/>, which is
/// no tenant and lies within nothing. Immutable and thread-safe.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly partial struct TenantPath : IEquatable<TenantPath>, IComparable<TenantPath>
{
    /// <summary>How many levels a path may have.</summary>
    public const int MaxLevels = 32;

    /// <summary>How many characters, which are as many UTF-8 bytes, a path may have.</summary>
    public const int MaxLength = 512;

    private readonly string? _path;

    private TenantPath(string path) => _path = path;

    /// <summary>No tenant.</summary>
    public static TenantPath None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    [MemberNotNullWhen(false, nameof(_path))]
    public bool IsNone => _path is null;

    /// <summary>How many levels the path has.</summary>
    /// <value>From 1 to <see cref="MaxLevels"/>, or 0 for <see cref="None"/>.</value>
    public int Levels => _path.AsSpan().Count('/');

    /// <summary>The name of the last level.</summary>
    /// <value>Such as <c>sales</c>; empty for <see cref="None"/>.</value>
    public ReadOnlySpan<char> Name => IsNone ? default : _path.AsSpan(_path.LastIndexOf('/') + 1);

    /// <summary>The path one level up.</summary>
    /// <value><see cref="None"/> for a path of one level and for <see cref="None"/>.</value>
    public TenantPath Parent =>
        !IsNone && _path.LastIndexOf('/') is > 0 and var end ? new TenantPath(_path[..end]) : None;

    /// <summary>The paths above this one.</summary>
    /// <returns>From the nearest, the <see cref="Parent"/>, to the one of one level.</returns>
    public IEnumerable<TenantPath> Ancestors()
    {
        for (var path = Parent; !path.IsNone; path = path.Parent)
        {
            yield return path;
        }
    }

    /// <summary>Says whether this path is another one or lies below it.</summary>
    /// <param name="other">The other path.</param>
    /// <returns><see langword="false"/> if either is <see cref="None"/>.</returns>
    public bool IsWithin(TenantPath other) =>
        !IsNone
        && !other.IsNone
        && _path.StartsWith(other._path, StringComparison.Ordinal)
        && (_path.Length == other._path.Length || _path[other._path.Length] == '/');

    /// <summary>Gives the path one level down.</summary>
    /// <param name="name">The name of the level.</param>
    /// <returns>The path; from <see cref="None"/> a path of one level.</returns>
    /// <exception cref="FormatException">The name is ill-formed, or the path would be too long or too deep.</exception>
    public TenantPath Child(string name) =>
        name is not null && name.Contains('/', StringComparison.Ordinal)
            ? throw TenantPathRules.NotAPath(_path.AsSpan().Length + 1 + name.Length)
            : Parse($"{_path}/{name}");

    /// <inheritdoc/>
    public int CompareTo(TenantPath other) => string.CompareOrdinal(_path, other._path);

    /// <inheritdoc/>
    public bool Equals(TenantPath other) =>
        string.Equals(_path, other._path, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is TenantPath other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _path?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <summary>Gives the path.</summary>
    /// <returns>Such as <c>/acme/eu/sales</c>; <c>-</c> for <see cref="None"/>.</returns>
    public override string ToString() => _path ?? "-";

    /// <summary>Says whether two paths are the same.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public static bool operator ==(TenantPath left, TenantPath right) => left.Equals(right);

    /// <summary>Says whether two paths differ.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they are not equal.</returns>
    public static bool operator !=(TenantPath left, TenantPath right) => !left.Equals(right);

    /// <summary>Says whether one path comes before another in ordinal order.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if <paramref name="left"/> comes first.</returns>
    public static bool operator <(TenantPath left, TenantPath right) => left.CompareTo(right) < 0;

    /// <summary>Says whether one path is the same as another or comes before it.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if <paramref name="right"/> does not come first.</returns>
    public static bool operator <=(TenantPath left, TenantPath right) => left.CompareTo(right) <= 0;

    /// <summary>Says whether one path comes after another in ordinal order.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if <paramref name="right"/> comes first.</returns>
    public static bool operator >(TenantPath left, TenantPath right) => left.CompareTo(right) > 0;

    /// <summary>Says whether one path is the same as another or comes after it.</summary>
    /// <param name="left">One path.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if <paramref name="left"/> does not come first.</returns>
    public static bool operator >=(TenantPath left, TenantPath right) => left.CompareTo(right) >= 0;
}
