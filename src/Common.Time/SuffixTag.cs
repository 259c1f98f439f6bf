using System.Runtime.InteropServices;

namespace Common.Time;

/// <summary>A tag of RFC 9557, such as <c>[u-ca=hebrew]</c>.</summary>
/// <param name="Key">Lower-case letters, digits, <c>_</c> and <c>-</c>; it begins with a letter or <c>_</c>.</param>
/// <param name="Value">Letters and digits, in parts with <c>-</c> between them.</param>
/// <param name="IsCritical">Whether whoever does not understand the tag must refuse the text.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SuffixTag(string Key, string Value, bool IsCritical = false);
