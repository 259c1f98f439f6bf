namespace Common.Abstractions;

/// <summary>Says that a parameter of an error goes to the log only, never to the caller.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class InternalAttribute : Attribute;
