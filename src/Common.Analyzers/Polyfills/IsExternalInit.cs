namespace System.Runtime.CompilerServices;

/// <summary>What the compiler needs for records on the platform of analyzers.</summary>
internal static class IsExternalInit;
