using Common.Tool.Incubator.Consumer;

namespace Common.Tool.Incubator.Copies;

/// <summary>One file as a fresh copy of a module has it.</summary>
/// <param name="Path">Its path in the project.</param>
/// <param name="Text">Its normalised text.</param>
/// <param name="Entry">Its entry in the lock.</param>
internal sealed record PristineFile(string Path, string Text, LockedFile Entry);
