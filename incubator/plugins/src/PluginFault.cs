namespace Common.Incubator.Plugins;

/// <summary>A plugin that can't be used, and why. It is never loaded.</summary>
/// <param name="Plugin">Its name, or what stands in for an ill-formed one.</param>
/// <param name="Reason">What is wrong, for the log.</param>
public sealed record PluginFault(string Plugin, string Reason);
