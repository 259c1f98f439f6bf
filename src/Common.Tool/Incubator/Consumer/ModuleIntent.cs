namespace Common.Tool.Incubator.Consumer;

/// <summary>How a service wants one module copied.</summary>
/// <param name="Internal">Whether public types become internal.</param>
/// <param name="Tests">The folder that the module's tests are copied to, or <see langword="null"/> for no tests.</param>
internal sealed record ModuleIntent(bool Internal, string? Tests);
