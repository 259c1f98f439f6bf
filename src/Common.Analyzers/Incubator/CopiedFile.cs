using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.Incubator;

/// <summary>A copied file as the lock file has it.</summary>
/// <param name="Path">Its path from the lock file on.</param>
/// <param name="Base">The hash of what was copied.</param>
/// <param name="Accepted">The hash of the wanted edit, <c>deleted</c>, or an empty text.</param>
/// <param name="Place">Where the lock file names it.</param>
internal sealed record CopiedFile(string Path, string Base, string Accepted, TextSpan Place);
