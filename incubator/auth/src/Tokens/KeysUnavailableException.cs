using System;
using System.Diagnostics.CodeAnalysis;

namespace Common.Incubator.Auth;

/// <summary>Says that no token can be verified, since the issuer's keys can't be had.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Only the key ring makes it.")]
public sealed class KeysUnavailableException : Exception
{
    internal KeysUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
