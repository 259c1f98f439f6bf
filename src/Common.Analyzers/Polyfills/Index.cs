namespace System;

/// <summary>Lets the compiler write <c>[^1]</c> and list patterns for .NET Standard 2.0, which lacks this type.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;

    public static implicit operator Index(int value) => new(value);
}
